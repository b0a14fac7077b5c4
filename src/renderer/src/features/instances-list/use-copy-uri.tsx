import { useTranslations } from 'use-intl';
import { windowErrorOf } from '../../api/call-failure.ts';
import { revealConnection } from '../../api/instances.ts';
import { emphasis } from '../../components/emphasis.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useToastStore } from '../../stores/toast-store.ts';

/** Copies the URI of an instance, password included, and says so. */
export function useCopyUri(): (instance: { id: string; name: string }) => void {
  const t = useTranslations('instances');
  const showError = useErrorToast();
  const showToast = useToastStore((store) => store.showToast);

  const copy = async ({ id, name }: { id: string; name: string }) => {
    const { host } = await revealConnection(id);
    if (host !== null) await navigator.clipboard.writeText(host.uri);
    showToast({
      id: `uri-${id}`,
      tone: host === null ? 'bad' : 'ok',
      text: t.rich(host === null ? 'uriNotCopied' : 'uriCopied', { name, ...emphasis }),
    });
  };
  return (instance) => {
    copy(instance).catch((cause: unknown) => showError(windowErrorOf(cause)));
  };
}
