/** Sends a signal to the process group of a child that was started detached (on Windows: to the child alone). */
export function sendSignal(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
