import type { Html } from '#html'
import { locales } from '../../text/dictionary.ts'
import { text } from '../text.ts'
import { type Frame, themes } from './frame.ts'

const languageNames = { nl: 'Nederlands', en: 'English' } as const

/** Language and colours, as buttons of a form: works without script. */
export function DisplayChoices({ frame }: { readonly frame: Frame }): Html {
  const words = text(frame.locale)
  return (
    <>
      <form method="post" action="/display" aria-label={words.language}>
        <input type="hidden" name="back" value={frame.here} />
        {locales.map((locale) => (
          <button
            type="submit"
            class="pick"
            name="language"
            value={locale}
            lang={locale}
            aria-pressed={String(locale === frame.locale)}
          >
            {languageNames[locale]}
          </button>
        ))}
      </form>
      <form method="post" action="/display" aria-label={words.look}>
        <input type="hidden" name="back" value={frame.here} />
        {themes.map((theme) => (
          <button type="submit" class="pick" name="theme" value={theme} aria-pressed={String(theme === frame.theme)}>
            {words.looks[theme]}
          </button>
        ))}
      </form>
    </>
  )
}
