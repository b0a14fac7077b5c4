export { volumes } from '../en/volumes.ts';
