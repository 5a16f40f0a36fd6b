import type { NormSet } from './norm-set.ts'

const targets: readonly number[] = [
  68.3, 65, 61.9, 58.9, 56.2, 53.8, 51.8, 50.1, 48.6, 47.1, 45.5, 43.5, 41.2, 38.7, 36.3, 34.3, 32.8, 32, 31.7, 30.3,
]

/** The Inspectorate's signal values for tests of 2023, 2024 and 2025. */
export const inspectorate20232025: NormSet = {
  id: 'inspectorate-2023-2025',
  title: 'Signaleringswaarden 2023-2024-2025',
  source: 'Inspectorate of Education, leerresultaten primair onderwijs 2023-2024-2025, columns Signaleringswaarde',
  validFrom: '2025-08-01',
  schoolYears: ['2022-2023', '2023-2024', '2024-2025'],
  minimumPupils: 15,
  tables: [
    { indicator: '1F', aspect: 'together', values: { flat: 85 } },
    {
      indicator: '1S/2F',
      aspect: 'together',
      values: { byWeighting: targets.map((value, i) => ({ from: 20 + i, to: 21 + i, value })) },
    },
  ],
}
