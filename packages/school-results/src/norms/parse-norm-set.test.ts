import { describe, expect, it } from 'vitest'
import { inspectorate20232025 } from './inspectorate-2023-2025.ts'
import { knownNorms } from './known-norms.ts'
import { parseNormSet } from './parse-norm-set.ts'

const copy = () => ({ ...structuredClone(inspectorate20232025) })

describe('norms from a file', () => {
  it('are taken as they were written', () => {
    for (const norms of knownNorms) {
      expect(parseNormSet(JSON.parse(JSON.stringify(norms)))).toEqual({ ok: true, norms })
    }
  })

  it('are taken in the short form of signal values too, under an id of their own where they have one', () => {
    const classes = inspectorate20232025.tables.flatMap(({ values }) =>
      'byWeighting' in values ? values.byWeighting : [],
    )
    const short = {
      source: 'leerresultaten PO 2023-2024-2025 (ODS)',
      signaal_1F: 85,
      signaal_1S2F: Object.fromEntries(classes.map(({ from, to, value }) => [`[${from},${to})`, value])),
    }
    expect(parseNormSet({ ...short, id: 'corrected' })).toMatchObject({ norms: { id: 'corrected' } })
    expect(parseNormSet(short)).toMatchObject({
      ok: true,
      norms: {
        id: 'signal-values-2023-2024-2025',
        schoolYears: inspectorate20232025.schoolYears,
        tables: inspectorate20232025.tables,
      },
    })
  })

  it.each([
    ['a list', [], '', 'an object'],
    ['no id', { ...copy(), id: '' }, 'id', 'a text'],
    ['a year for a day', { ...copy(), validFrom: '2025' }, 'validFrom', 'a day such as 2025-08-01'],
    ['no tables', { ...copy(), tables: [] }, 'tables', 'a list that is not empty'],
    [
      'a gap between classes',
      {
        ...copy(),
        tables: [
          {
            indicator: '1F',
            aspect: 'reading',
            values: {
              byWeighting: [
                { from: 20, to: 21, value: 1 },
                { from: 22, to: 23, value: 1 },
              ],
            },
          },
        ],
      },
      'tables[0].values.byWeighting[1].from',
      '21',
    ],
    [
      'a domain that is none',
      { ...copy(), tables: [{ indicator: '1F', aspect: 'sports', values: { flat: 1 } }] },
      'tables[0].aspect',
      'together, reading, language, arithmetic',
    ],
  ])('are refused with %s', (_, json, at, expected) => {
    expect(parseNormSet(json)).toEqual({ ok: false, reason: 'not-norms', at, expected })
  })
})
