import type { NormClass, NormSet } from './norm-set.ts'

/**
 * Norms in the short form in which the Inspectorate's values were typed over from its file: `{ source, signaal_1F,
 * signaal_1S2F: { "[20,21)": 68.3, … } }`, with an `id` where it is a correction of what was kept before. Undefined where the
 * JSON has another form.
 */
export function signalValues(json: unknown): NormSet | undefined {
  if (typeof json !== 'object' || json === null || !('signaal_1F' in json) || !('signaal_1S2F' in json))
    return undefined
  const { signaal_1F: flat, signaal_1S2F: perClass } = json
  if (typeof flat !== 'number' || typeof perClass !== 'object' || perClass === null) return undefined
  const byWeighting: NormClass[] = []
  for (const [name, value] of Object.entries(perClass)) {
    const [, from, to] = /^\[(\d+),(\d+)\)$/.exec(name) ?? []
    if (from === undefined || to === undefined || typeof value !== 'number') return undefined
    byWeighting.push({ from: Number(from), to: Number(to), value })
  }
  byWeighting.sort((one, other) => one.from - other.from)
  const source = 'source' in json && typeof json.source === 'string' ? json.source : 'not said'
  const [years = ''] = /\d{4}(?:-\d{4})+/.exec(source) ?? []
  const tests = years.split('-').map(Number)
  const last = tests.at(-1)
  if (byWeighting.length === 0 || last === undefined || last === 0) return undefined
  const given = 'id' in json && typeof json.id === 'string' && json.id !== '' ? json.id : undefined
  return {
    id: given ?? `signal-values-${years}`,
    title: `Signaleringswaarden ${years}`,
    source,
    validFrom: `${last}-08-01`,
    schoolYears: tests.map((year) => `${year - 1}-${year}`),
    minimumPupils: 15,
    tables: [
      { indicator: '1F', aspect: 'together', values: { flat } },
      { indicator: '1S/2F', aspect: 'together', values: { byWeighting } },
    ],
  }
}
