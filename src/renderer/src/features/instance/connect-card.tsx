import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Connection, ConnectionView, Instance } from '../../../../shared/contract/instances.ts';
import { useConnection } from '../../api/instances.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { KeyValues } from '../../components/key-values.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { Segments } from '../../components/segments.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { errorToShow } from '../../errors/error-to-show.ts';
import styles from './connect-card.module.css';
import { CopyConnection } from './copy-connection.tsx';
import { PasswordForm } from './password-form.tsx';

type From = 'host' | 'container';

/** How a program reaches it, ready to be pasted. */
export function ConnectCard({ instance }: { instance: Instance }) {
  const t = useTranslations('instance.connect');
  const [from, setFrom] = useState<From>('host');
  const [reveal, setReveal] = useState(false);
  const query = useConnection(instance.name, reveal);
  const connection = query.data;
  const error = errorToShow(query);
  return (
    <Card
      title={t('title')}
      aside={
        <Segments
          label={t('from')}
          value={from}
          onChange={setFrom}
          options={[
            { value: 'host', label: t('fromHost') },
            { value: 'container', label: t('fromContainer') },
          ]}
        />
      }
    >
      <div className={styles.view}>
        {error !== null && <ErrorBanner error={error} title={t('failed')} />}
        {connection !== undefined && connection[from] === null ? (
          <Unreachable from={from} connection={connection} />
        ) : (
          <View name={instance.name} view={connection?.[from] ?? null} reveal={reveal} onReveal={setReveal} />
        )}
      </div>
    </Card>
  );
}

function Unreachable({ from, connection }: { from: From; connection: Connection }) {
  const t = useTranslations('instance.connect');
  return (
    <div className={styles.note}>
      <p>{t(from === 'host' ? 'notPublished' : 'noNetwork')}</p>
      {from === 'host' && <p className="muted">{t(`route.${connection.route}`)}</p>}
    </div>
  );
}

interface ViewProps {
  name: string;
  /** Null: not known yet. */
  view: ConnectionView | null;
  reveal: boolean;
  onReveal: (reveal: boolean) => void;
}

function View({ name, view, reveal, onReveal }: ViewProps) {
  const t = useTranslations('instance.connect');
  const known =
    view !== null &&
    (view.passwordSource === 'environment' ||
      view.passwordSource === 'file' ||
      view.passwordSource === 'stored');
  return (
    <>
      <KeyValues
        rows={[
          [t('uri'), <Uri key="uri" uri={view?.uri} />],
          [t('hostPort'), <Value key="host" text={view && `${view.host} ${view.port}`} widthPx={110} />],
          [t('database'), <Value key="database" text={view?.database} widthPx={80} />],
          [t('user'), <Value key="user" text={view?.user} widthPx={80} />],
        ]}
      />
      {view?.passwordSource === 'none' && <p className={styles.hint}>{t('noPassword')}</p>}
      {view?.passwordSource === 'unknown' && <PasswordForm name={name} user={view.user} />}
      <div className={styles.buttons}>
        <CopyConnection name={name} view={view} />
        {(known || view === null) && (
          <Button variant="ghost" disabled={view === null} onClick={() => onReveal(!reveal)}>
            {t(reveal ? 'hide' : 'show')}
          </Button>
        )}
      </div>
    </>
  );
}

/** May break after the credentials, so that it never breaks inside a word first. */
function Uri({ uri }: { uri: string | undefined }) {
  if (uri === undefined) return <Value text={uri} widthPx={280} />;
  const end = uri.lastIndexOf('@') + 1;
  return (
    <span className="mono">
      <PlainText text={uri.slice(0, end)} />
      <wbr />
      <PlainText text={uri.slice(end)} />
    </span>
  );
}

function Value({ text, widthPx }: { text: string | null | undefined; widthPx: number }) {
  if (text === null || text === undefined) return <Skeleton widthPx={widthPx} />;
  return (
    <span className="mono">
      <PlainText text={text} />
    </span>
  );
}
