import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { Button, FaceField, TextArea } from '../index.ts'
import { text } from './text.ts'

/** Checking in on a phone. */
export function PhonePage({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale).fields
  return (
    <form class="form" id="check-in" method="post" action="#">
      <h1>{t.feeling}</h1>
      <FaceField locale={locale} name="face" label={t.feeling} labelHidden value="good" />
      <p class="soft">{t.feelingHint}</p>
      <TextArea name="success" label={t.success} value={t.successSample} />
    </form>
  )
}

export function PhoneStand({ locale }: { readonly locale: Locale }): Html {
  return (
    <Button kind="main" size="wide" form="check-in">
      {text(locale).fields.ready}
    </Button>
  )
}
