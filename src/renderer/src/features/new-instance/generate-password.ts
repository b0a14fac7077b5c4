const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A password of 20 characters without look-alikes and without anything a URI or a shell would want quoted. */
export function generatePassword(): string {
  let password = '';
  while (password.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes beyond the last full round of the alphabet would make its first letters likelier.
      if (byte < 256 - (256 % ALPHABET.length)) password += ALPHABET[byte % ALPHABET.length] ?? '';
    }
  }
  return password.slice(0, 20);
}
