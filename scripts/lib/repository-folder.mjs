import { fileURLToPath } from 'node:url';

/** The root of the checkout, without a slash at the end. */
export const REPOSITORY_FOLDER = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
