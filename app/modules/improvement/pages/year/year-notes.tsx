import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { yearText } from '../../text.year.ts'
import type { YearProps } from '../../year-props.ts'

/** What the picture does not say by itself: whether these holidays are fixed. */
export function YearNotes({ locale, days }: YearProps): Html {
  const words = yearText(locale).picture
  return days.certain ? <></> : <p class="source">{words.usual}</p>
}
