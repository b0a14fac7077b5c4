export { palette } from '../en/palette.ts';
