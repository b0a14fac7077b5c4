import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { Services } from '../create-services.ts';

/** The contract, ready to be answered by handlers that find the services in their context. */
export const api = implement(contract).$context<{ services: Services }>();
