import type { CountTable } from '@kantelpunt/disclosure'

/** Whether a spreadsheet would take a text for a formula, as OWASP lists their first signs; a number is none. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]\d+(?:[.,]\d+)?$/.test(text)
}

/**
 * A line about the first category that a spreadsheet would take for a formula; '' where there is none. The file keeps the name as it was: with a quote before it, no audit would know the category again.
 */
export function formulaWarning(tables: readonly CountTable[]): string {
  for (const { dimensions } of tables)
    for (const { name, labels } of dimensions) {
      const label = labels.find(looksLikeFormula)
      if (label !== undefined)
        return `Mind "${label}" in ${name}: a spreadsheet takes it for a formula. Give it another name before you publish.\n`
    }
  return ''
}
