import { useQuery } from '@tanstack/react-query';
import { orpc } from './orpc.ts';

export const useNetworks = () => useQuery(orpc.networks.list.queryOptions());
