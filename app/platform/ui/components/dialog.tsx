import type { Child, Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { Icon } from '../icons/icon.tsx'
import { text } from '../text.ts'

interface DialogProps {
  readonly locale: Locale
  /** A link to `#id` opens it; without script by `:target`. */
  readonly id: string
  readonly title: string
  readonly children: Child
}

/** A sheet on top of the page. Use it seldom: a page of its own or a `Fold` is calmer. */
export function Dialog({ locale, id, title, children }: DialogProps): Html {
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`}>
      <div class="spread">
        <h2 id={`${id}-title`}>{title}</h2>
        <a class="utrecht-button utrecht-button--subtle square" href="#main" aria-label={text(locale).close} data-close>
          <Icon name="x" />
        </a>
      </div>
      {children}
    </dialog>
  )
}
