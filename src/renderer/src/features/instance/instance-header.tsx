import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { InstanceActions } from './instance-actions.tsx';
import { InstanceStateChip } from './instance-state-chip.tsx';
import { useUptime } from './use-uptime.ts';

interface InstanceHeaderProps {
  instance: Instance;
  operation: Operation | null;
}

/** Name, state, version, and what can be done. */
export function InstanceHeader({ instance, operation }: InstanceHeaderProps) {
  return (
    <PageHeader
      title={<PlainText text={instance.name} />}
      hover={instance.name}
      chips={<InstanceStateChip instance={instance} />}
      sub={<Facts instance={instance} />}
    >
      <InstanceActions instance={instance} operation={operation} />
    </PageHeader>
  );
}

function Facts({ instance }: { instance: Instance }) {
  const t = useTranslations('instance');
  const uptime = useUptime(instance.startedAtMs ?? 0);
  const version = instance.version === null ? t('serverUnknown') : t('server', { version: instance.version });
  const up = instance.startedAtMs !== null && instance.exitCode === null;
  return <>{[version, ...(up ? [t('up', { duration: uptime })] : [])].join(' · ')}</>;
}
