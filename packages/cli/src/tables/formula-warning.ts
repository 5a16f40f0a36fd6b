import type { CountTable } from '@kantelpunt/disclosure'

/**
 * A line about the first category that a spreadsheet would take for a formula, as OWASP lists their first signs; '' where
 * there is none. The file keeps the name as it was: with a quote before it, no audit would know the category again.
 */
export function formulaWarning(tables: readonly CountTable[]): string {
  for (const { dimensions } of tables)
    for (const { name, labels } of dimensions) {
      const label = labels.find((each) => /^[=+\-@\t\r]/.test(each) && !/^[+-]\d+(?:[.,]\d+)?$/.test(each))
      if (label !== undefined)
        return `Mind "${label}" in ${name}: a spreadsheet takes it for a formula. Give it another name before you publish.\n`
    }
  return ''
}
