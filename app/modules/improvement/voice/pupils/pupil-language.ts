import type { WebContext } from '../../../../platform/web/context.ts'
import { type PupilLanguage, pupilLanguages } from '../round.ts'

/** The language that the pupil chose, else the first of the device that we have, else that of the page. */
export function pupilLanguageOf(c: WebContext): PupilLanguage {
  const wanted = [c.req.query('lang') ?? '', ...(c.req.header('accept-language') ?? '').split(',')]
  for (const each of wanted) {
    const short = each.trim().slice(0, 2).toLowerCase()
    const found = pupilLanguages.find((language) => language === short)
    if (found !== undefined) return found
  }
  return c.var.locale
}
