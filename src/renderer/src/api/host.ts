import { useMutation, useQuery } from '@tanstack/react-query';
import { orpc } from './orpc.ts';

export const useCapabilities = () => useQuery(orpc.host.capabilities.queryOptions());
export const useOpenUrl = () => useMutation(orpc.host.openUrl.mutationOptions());
