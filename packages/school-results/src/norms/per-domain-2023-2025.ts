import { type Domain, domains, type Indicator, indicators, type NormSet } from './norm-set.ts'

/** From schoolweging 20 up, a class a point. For 1F few schools are below on the mean: in most classes it is the lowest school. */
const values: Readonly<Record<Indicator, Readonly<Record<Domain, readonly number[]>>>> = {
  '1F': {
    reading: [
      93.75, 94.11, 92.42, 92.59, 90.24, 88.23, 88.09, 75, 75, 86.21, 79.68, 86.79, 71.42, 85.25, 87.26, 87.13, 85.72,
      89.24, 82.14, 90.22,
    ],
    language: [
      90.47, 90.69, 86.66, 81.81, 77.27, 60, 74.83, 76.78, 50, 76.39, 63.6, 78, 60, 80.39, 84.12, 79.31, 81.58, 87.11,
      79.74, 89.83,
    ],
    arithmetic: [
      90.47, 92.85, 85.45, 64.7, 70, 75, 62.76, 57.89, 45, 63.65, 54.33, 68.29, 50, 65.74, 72.3, 69.82, 67.35, 74.48,
      68.95, 78.43,
    ],
  },
  '1S/2F': {
    reading: [
      87.5, 84.72, 81.48, 78.08, 76.38, 73.08, 70.17, 66.86, 64.23, 63.07, 61.53, 57.83, 55.17, 51.25, 48.71, 42.62,
      40.49, 41.5, 37.55, 39.99,
    ],
    language: [
      60.6, 56.75, 49.83, 48.75, 47.16, 46.23, 44.54, 43.2, 41.71, 40.8, 39.73, 38.34, 38.37, 34.39, 33.74, 32.11,
      30.24, 31.77, 31.57, 28.81,
    ],
    arithmetic: [
      58.33, 48.14, 43.75, 39.66, 36.08, 34.93, 34.84, 31.27, 30.22, 29.62, 28.13, 25.5, 25.05, 23.33, 21.56, 18.68,
      19.67, 19.94, 22.94, 20.28,
    ],
  },
}

/** What `results norms derive` makes of the Inspectorate's results and DUO's reference levels of these years. */
export const perDomain20232025: NormSet = {
  id: 'per-domain-inspectorate-2023-2025',
  title: 'Per domain, as strict as Signaleringswaarden 2023-2024-2025',
  source:
    "Derived from DUO's reference levels per domain: in every class of schoolweging as many of 5390 schools below as with inspectorate-2023-2025",
  basedOn: 'inspectorate-2023-2025',
  validFrom: '2025-08-01',
  schoolYears: ['2022-2023', '2023-2024', '2024-2025'],
  minimumPupils: 15,
  tables: indicators.flatMap((indicator) =>
    domains.map((aspect) => ({
      indicator,
      aspect,
      values: { byWeighting: values[indicator][aspect].map((value, i) => ({ from: 20 + i, to: 21 + i, value })) },
    })),
  ),
}
