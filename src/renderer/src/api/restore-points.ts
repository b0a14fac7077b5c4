import { useMutation, useQuery } from '@tanstack/react-query';
import { orpc } from './orpc.ts';

/** Newest first; of one instance, or of all. */
export const useRestorePoints = (instance?: string) =>
  useQuery(orpc.restorePoints.list.queryOptions({ input: instance === undefined ? {} : { instance } }));

/** Removes for good: those named, or all. */
export const useEmptyRestorePoints = () => useMutation(orpc.restorePoints.empty.mutationOptions());
