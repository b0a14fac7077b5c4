const attempts = 4;
const pauseMs = 250;

/**
 * Fetches a part of the window, again when that fails. A container that starts changes the machine's network
 * interfaces, on which Chromium drops requests under way (ERR_NETWORK_CHANGED), those to this machine included.
 */
export async function loadAgain<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await load();
    } catch (cause) {
      if (attempt === attempts) throw cause;
      await new Promise((resolve) => setTimeout(resolve, attempt * pauseMs));
    }
  }
}
