import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { text } from '../text.ts'
import { ButtonLink } from './button.tsx'

interface PaginationProps {
  readonly locale: Locale
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

/** Back and on through a long list. Nothing where all of it is in sight. */
export function Pagination({ locale, page, pages, href }: PaginationProps): Html {
  const words = text(locale)
  return (
    <nav class="pages" aria-label={words.pageOf(page, pages)} hidden={pages < 2}>
      {page > 1 && (
        <ButtonLink kind="quiet" icon="arrow-left" href={href(page - 1)}>
          {words.previous}
        </ButtonLink>
      )}
      <span class="num">{words.pageOf(page, pages)}</span>
      {page < pages && (
        <ButtonLink kind="quiet" iconAfter="arrow-right" href={href(page + 1)}>
          {words.next}
        </ButtonLink>
      )}
    </nav>
  )
}
