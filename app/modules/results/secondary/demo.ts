import type { Database } from '../../../platform/database/database.ts'
import { type LoadOptions, loadResults } from '../published/load-results.ts'

const years = ['2022-2023', '2023-2024', '2024-2025'] as const

interface Fictional {
  readonly code: string
  readonly pupils: number
  readonly position: number
  readonly pace: number
  readonly success: Readonly<Partial<Record<'vmbo-gt' | 'havo' | 'vwo', number>>>
  readonly marks: Readonly<Partial<Record<'vmbo-gt' | 'havo' | 'vwo', number>>>
}

/**
 * Two secondary schools of the demo among others of their kind: at Overhaal College pupils climb and the havo is below its own norm,
 * Lindewaard Lyceum has few pupils and a masked year.
 */
const schools: readonly Fictional[] = [
  {
    code: '99OC00',
    pupils: 96,
    position: 11.4,
    pace: 97.2,
    success: { 'vmbo-gt': 90.1, havo: 77.3 },
    marks: { 'vmbo-gt': 6.4, havo: 6.2 },
  },
  { code: '99LF00', pupils: 8, position: -2.5, pace: 94.6, success: { vwo: 83.1 }, marks: { vwo: 6.6 } },
  ...Array.from({ length: 8 }, (_, place): Fictional => {
    const turn = ((place * 5) % 8) - 4
    return {
      code: `99S${String.fromCharCode(65 + place)}00`,
      pupils: 60 + 9 * place,
      position: 4 + turn,
      pace: 96 + turn / 2,
      success: { 'vmbo-gt': 88 + turn, havo: 83 + turn, vwo: 85 - turn },
      marks: { 'vmbo-gt': 6.3 + turn / 20, havo: 6.4 - turn / 20, vwo: 6.6 + turn / 20 },
    }
  }),
]

/** Norms of the schools themselves, as fictional as their figures. */
const norms = { position: 4, pace: 95, success: 82, marks: 6.2 } as const

/** Fictional figures of fictional secondary schools, through the door that real ones come in by. */
export async function secondaryDemo(db: Database, options: LoadOptions): Promise<void> {
  for (const [path, text] of [
    ['vo-indicatoren-voorbeeld.csv', sampleIndicators()],
    ['vo-doorstroom-voorbeeld.csv', sampleProgress()],
    ['vo-geslaagden-voorbeeld.csv', samplePasses()],
  ] as const) {
    await loadResults(db, { path, bytes: new TextEncoder().encode(text) }, options)
  }
}

function sampleIndicators(): string {
  const rows = schools.flatMap(({ code, pupils, position, pace, success, marks }, place) =>
    years.flatMap((year, turn) => {
      const drift = (turn - 1) * (place % 2 === 0 ? 0.8 : -0.6)
      const isHidden = place === 1 && turn === 1
      const row = (track: string, indicator: string, value: number, norm: number) =>
        [code, year, track, indicator, isHidden ? '*' : value.toFixed(2).replace('.', ','), pupils, norm].join(';')
      return [
        row('alle', 'onderwijspositie', position + drift, norms.position),
        row('alle', 'onderbouwsnelheid', Math.min(100, pace + drift), norms.pace),
        ...Object.entries(success).map(([track, value]) => row(track, 'bovenbouwsucces', value + drift, norms.success)),
        ...Object.entries(marks).map(([track, value]) => row(track, 'examencijfers', value + drift / 10, norms.marks)),
      ]
    }),
  )
  return ['location;school_year;track;indicator;value;pupils;norm', ...rows, ''].join('\r\n')
}

function sampleProgress(): string {
  const header =
    'INSTELLINGSCODE;VESTIGINGSCODE;AANTAL_LEERLINGEN;AANTAL_AFSTROMERS;AANTAL_ZITTENBLIJVERS;AANTAL_OPSTROMERS'
  const rows = schools.map(({ code, pupils }, place) => {
    const moved = [3 + (place % 4), 6 + ((place * 3) % 7), 5 + ((place * 5) % 6)].map((each) =>
      each < 5 ? '<5' : each,
    )
    return [code.slice(0, 4), code.slice(4), 4 * pupils, ...moved].join(';')
  })
  return [header, ...rows, ''].join('\r\n')
}

function samplePasses(): string {
  const header = [
    'INSTELLINGSCODE;VESTIGINGSCODE;ONDERWIJSTYPE VO;OPLEIDINGSNAAM',
    ...years.map((year) =>
      ['EXAMENKANDIDATEN', 'GESLAAGDEN', 'SLAAGPERC'].map((word) => `${word} SCHOOLJAAR ${year} - TOTAAL`).join(';'),
    ),
  ].join(';')
  const names = { 'vmbo-gt': 'VMBO GL/TL', havo: 'HAVO', vwo: 'VWO' }
  const rows = schools.flatMap(({ code, pupils, success }, place) =>
    (['vmbo-gt', 'havo', 'vwo'] as const).flatMap((track) => {
      if (success[track] === undefined) return []
      const cells = years.map((_, turn) => {
        const candidates = Math.max(8, Math.round(pupils / 3) + turn)
        const passed = candidates - ((place + turn) % 4)
        return [candidates, passed, ((100 * passed) / candidates).toFixed(1)].join(';')
      })
      return [[code.slice(0, 4), code.slice(4), names[track], names[track], ...cells].join(';')]
    }),
  )
  return [header, ...rows, ''].join('\r\n')
}
