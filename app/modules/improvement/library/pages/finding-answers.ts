import type { FieldValues } from '../../../../platform/web/form.ts'
import { type Answer, type Reason, reasons } from '../findings.ts'

/** Names of the fields that answer a finding. */
export const answerNames = (id: string) => ({ fix: `fix_${id}`, with: `with_${id}`, why: `why_${id}` })

/** What a form says of each finding. */
export function answersIn(values: FieldValues): (id: string) => Answer | undefined {
  const typed = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  return (id) => {
    const names = answerNames(id)
    const why = typed(names.why)
    if (typed(names.fix) === 'replace') return { fix: 'replace', with: typed(names.with).slice(0, 200) }
    if (typed(names.fix) === 'none') return { fix: 'none', why: isReason(why) ? why : null }
    return undefined
  }
}

const isReason = (value: string): value is Reason => reasons.some((reason) => reason === value)
