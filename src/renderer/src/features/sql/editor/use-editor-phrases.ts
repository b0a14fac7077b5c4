import { useTranslations } from 'use-intl';

/** CodeMirror's own texts in the person's language, by its English ones. */
export function useEditorPhrases(): Record<string, string> {
  const t = useTranslations('sql.phrases');
  return {
    Find: t('find'),
    Replace: t('replaceField'),
    next: t('next'),
    previous: t('previous'),
    all: t('all'),
    'match case': t('matchCase'),
    regexp: t('regexp'),
    'by word': t('byWord'),
    replace: t('replace'),
    'replace all': t('replaceAll'),
    close: t('close'),
    'current match': t('currentMatch'),
    'on line': t('onLine'),
    'replaced match on line $': t('replacedMatch'),
    'replaced $ matches': t('replacedMatches'),
    'Go to line': t('goToLine'),
    go: t('go'),
    Completions: t('completions'),
    'Selection deleted': t('selectionDeleted'),
    'Control character': t('controlCharacter'),
  };
}
