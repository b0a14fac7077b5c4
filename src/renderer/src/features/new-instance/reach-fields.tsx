import { useTranslations } from 'use-intl';
import { useNetworks } from '../../api/networks.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { FormPart } from './form-part.ts';
import styles from './new-instance-form.module.css';
import { useIssueTexts } from './use-issue-texts.tsx';

/** Stands for the engine's own bridge: no network can have this name. */
const BRIDGE = '';

export function ReachFields({ draft, issues, edit }: FormPart) {
  const t = useTranslations('newInstance');
  const networks = useNetworks().data ?? [];
  const nextFree = issues.hostPort?.map(({ values }) => values.nextFree).find((port) => port !== undefined);
  const setPort = (port: string) =>
    edit({ kind: 'set', values: { hostPort: port === '' ? null : Number(port) } });
  return (
    <Card title={t('section.reach')}>
      <div className={styles.pair}>
        <div data-field="hostPort">
          <TextField
            label={t('label.hostPort')}
            mono
            inputMode="numeric"
            value={draft.hostPort === null ? '' : String(draft.hostPort)}
            onChange={(typed) => setPort(typed.replaceAll(/\D/g, '').slice(0, 6))}
            hint={draft.hostPort === null ? t('port.notPublished') : undefined}
            {...useIssueTexts(issues.hostPort)}
            beside={
              nextFree !== undefined && (
                <Button onClick={() => setPort(String(nextFree))}>
                  {t('port.useNextFree', { port: String(nextFree) })}
                </Button>
              )
            }
          />
        </div>
        <div data-field="hostAddress">
          <SelectField
            label={t('label.hostAddress')}
            value={draft.hostAddress}
            disabled={draft.hostPort === null}
            onChange={(hostAddress) => edit({ kind: 'set', values: { hostAddress } })}
            options={[
              { value: '127.0.0.1', label: t('port.loopback') },
              { value: '0.0.0.0', label: t('port.everyone'), note: t('port.everyoneWarning') },
            ]}
            {...useIssueTexts(issues.hostAddress)}
          />
        </div>
        <div data-field="network" className={styles.whole}>
          <SelectField
            label={t('label.network')}
            value={draft.network ?? BRIDGE}
            onChange={(network) =>
              edit({ kind: 'set', values: { network: network === BRIDGE ? null : network } })
            }
            options={[
              { value: BRIDGE, label: t('network.bridge') },
              ...networks.map(({ name, driver }) => ({
                value: name,
                label: t('network.item', { name, driver }),
              })),
            ]}
            {...useIssueTexts(issues.network)}
          />
        </div>
      </div>
    </Card>
  );
}
