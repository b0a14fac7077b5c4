import { oc } from '@orpc/contract';
import { appErrorSchema } from '../app-error.ts';

/**
 * What every procedure starts from. All failures cross as one typed error, `APP_ERROR`, whose data is the closed
 * union {@link appErrorSchema}; its `code` is what the window switches on.
 */
export const procedure = oc.errors({ APP_ERROR: { status: 422, data: appErrorSchema } });
