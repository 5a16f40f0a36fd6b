import type { Instrument } from './instrument.ts'

/** A file to begin with: as small as an instrument can be, with every field. The same stands in docs/observation-format.md. */
export const exampleInstrument: Instrument = {
  format: 'kantelpunt-observation',
  version: 1,
  id: 'rust-in-de-les',
  name: { nl: 'Rust in de les', en: 'Calm in the lesson' },
  source: 'De Waterlelie',
  licence: 'eigen gebruik',
  scale: [
    { score: 1, label: { nl: 'bij bijna niemand' } },
    { score: 2, label: { nl: 'bij de helft' } },
    { score: 3, label: { nl: 'bij bijna iedereen' } },
  ],
  domains: [
    {
      id: 'begin',
      name: { nl: 'Het begin' },
      indicators: [{ id: 'meteen', text: { nl: 'Leerlingen beginnen meteen.' } }],
    },
  ],
}
