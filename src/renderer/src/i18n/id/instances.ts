export { instances } from '../en/instances.ts';
