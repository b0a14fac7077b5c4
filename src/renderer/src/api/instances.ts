import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import { client } from './client.ts';
import { orpc } from './orpc.ts';

/** Read anew each time it is opened, and forgotten when it is closed. */
const onceOpened = { staleTime: 0, gcTime: 0 } as const;
const byId = (id: string | null) => (id === null ? skipToken : { id });

export const useInstances = () => useQuery(orpc.instances.list.queryOptions());

/** By container id or name. */
export const useInstance = (id: string) => useQuery(orpc.instances.get.queryOptions({ input: { id } }));

/** With `reveal`, texts carry the password; they leave memory when nothing shows them. */
export const useConnection = (id: string, reveal: boolean) =>
  useQuery(
    orpc.instances.connection.queryOptions({
      input: { id, reveal },
      placeholderData: keepPreviousData,
      ...(reveal ? { gcTime: 0 } : {}),
    }),
  );

/** The connection with its password, for the moment it is copied; kept nowhere. */
export const revealConnection = (id: string) => client.instances.connection({ id, reveal: true });

export const useInspect = (id: string, reveal: boolean) =>
  useQuery(
    orpc.instances.inspect.queryOptions({
      input: { id, reveal },
      placeholderData: keepPreviousData,
      ...(reveal ? { gcTime: 0 } : {}),
    }),
  );

export const useInstanceDefaults = () =>
  useQuery(orpc.instances.defaults.queryOptions({ ...onceOpened, refetchOnMount: false }));

/** What is wrong with a specification and its command; the answer before stays until the next one is there. */
export const useSpecCheck = (spec: InstanceSpec | null) =>
  useQuery(
    orpc.instances.check.queryOptions({
      input: spec ?? skipToken,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );

export const useRemovePreview = (id: string | null) =>
  useQuery(orpc.instances.removePreview.queryOptions({ input: byId(id), ...onceOpened }));

export const useResetPreview = (id: string | null) =>
  useQuery(orpc.instances.resetPreview.queryOptions({ input: byId(id), ...onceOpened }));

export const useCreateInstance = () => useMutation(orpc.instances.create.mutationOptions());
export const useStartInstance = () => useMutation(orpc.instances.start.mutationOptions());
export const useStopInstance = () => useMutation(orpc.instances.stop.mutationOptions());
export const useRestartInstance = () => useMutation(orpc.instances.restart.mutationOptions());
export const useRecreateInstance = () => useMutation(orpc.instances.recreate.mutationOptions());
export const useRemoveInstance = () => useMutation(orpc.instances.remove.mutationOptions());
export const useResetInstance = () => useMutation(orpc.instances.reset.mutationOptions());
export const useUndoReset = () => useMutation(orpc.instances.undoReset.mutationOptions());

/** Keeps a password; connections are read anew, since no change of the engine tells of it. */
export function useSavePassword() {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.instances.savePassword.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.instances.connection.key() }),
    }),
  );
}
