// Where a key is asked for: at first, and over the page when the key that was good is refused.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n';
import { enterWith, entering, entryRefusal } from '../state/enter';
import { forgetKey } from '../state/session';
import { wordsFor } from '../ui/state';
import { Logo } from './logo';

export function Entrance({ over }: { over?: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { if (over) dialog.current?.showModal(); }, []);
  return over
    ? <dialog ref={dialog} class="entrance-over" aria-label={t('enter.again')} onCancel={event => event.preventDefault()}><Form over /></dialog>
    : <main class="entrance"><h1><Logo />Earshot</h1><Form /></main>;
}

function Form({ over }: { over?: boolean }) {
  const [typed, setTyped] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    void enterWith(typed.trim());
  };
  const refusal = entryRefusal.value;
  return (
    <form class="card" autoComplete="off" onSubmit={submit}>
      <h2>{over ? t('enter.again') : t('enter.title')}</h2>
      <p>{over ? t('enter.again.hint') : t('enter.hint')}</p>
      <label for="key">{t('enter.key')}</label>
      <input id="key" type="password" required spellcheck={false} autoComplete="off" value={typed} onInput={event => setTyped(event.currentTarget.value)} />
      {refusal && <p class="error" role="alert">{wordsFor(refusal)}</p>}
      <div class="row">
        <button type="submit" disabled={entering.value}>{t('enter.open')}</button>
        {over && <button type="button" class="quiet" onClick={forgetKey}>{t('leave')}</button>}
      </div>
    </form>
  );
}
