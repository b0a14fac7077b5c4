import { useMutation, useQuery } from '@tanstack/react-query';
import { orpc } from './orpc.ts';

export const useContainers = () => useQuery(orpc.containers.list.queryOptions());
export const useStartContainer = () => useMutation(orpc.containers.start.mutationOptions());
export const useStopContainer = () => useMutation(orpc.containers.stop.mutationOptions());
export const useRestartContainer = () => useMutation(orpc.containers.restart.mutationOptions());
export const useRemoveContainer = () => useMutation(orpc.containers.remove.mutationOptions());
