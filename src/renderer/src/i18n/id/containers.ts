export { containers } from '../en/containers.ts';
