import type { InspectorateFile } from '../judging/inspectorate-school.ts'
import type { NormClass, NormSet } from './norm-set.ts'

/**
 * The norms that a file of the Inspectorate itself names, per whole point of schoolweging, for vintages whose norms do not
 * come with this package. Undefined where the file names none, or names two for one class.
 */
export function normsInFile({ schools, schoolYears }: InspectorateFile): NormSet | undefined {
  const fundamental = new Set(schools.flatMap(({ norms }) => norms['1F'] ?? []))
  const [flat] = fundamental
  if (flat === undefined || fundamental.size > 1) return undefined
  const perClass = new Map<number, number>()
  for (const { weighting, norms } of schools) {
    const value = norms['1S/2F']
    if (weighting === undefined || value === undefined) continue
    // The last class has its end too: 40 is in [39,40).
    const from = Math.min(Math.floor(weighting), 39)
    const known = perClass.get(from)
    if (known !== undefined && known !== value) return undefined
    perClass.set(from, value)
  }
  const last = schoolYears.at(-1)
  if (perClass.size === 0 || last === undefined) return undefined
  const byWeighting: readonly NormClass[] = [...perClass]
    .map(([from, value]) => ({ from, to: from + 1, value }))
    .toSorted((one, other) => one.from - other.from)
  return {
    id: `in-file-${schoolYears[0]}-${last}`,
    title: 'Norms that the file itself names',
    source: 'Columns Signaleringswaarde of the file that is judged',
    validFrom: `${last.slice(5)}-08-01`,
    schoolYears,
    minimumPupils: 15,
    tables: [
      { indicator: '1F', aspect: 'together', values: { flat } },
      { indicator: '1S/2F', aspect: 'together', values: { byWeighting } },
    ],
  }
}
