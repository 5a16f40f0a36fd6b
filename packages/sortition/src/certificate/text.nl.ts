import { shown } from '../language.ts'
import type { Why } from './verdict.ts'

/** `at` is what the reason is about: a panel or stage, an id, a figure. */
export const nl: Readonly<Record<Why['reason'], (at: string) => string>> = {
  malformed: () => 'dit is geen uitslag: er ontbreekt iets, of het staat er in een andere vorm.',
  'unsafe-number': () => 'er staat een getal dat geen heel getal is, of te groot om precies te zijn.',
  'unknown-id': (at) => `${shown(at)} is niemand uit de groep.`,
  'id-twice': () => 'iemand staat ergens twee keer.',
  'another-pool': () => 'de uitslag gaat over een andere groep of een ander aantal plaatsen.',
  'another-algorithm': () => 'de uitslag en het bewijs noemen niet dezelfde manier van loten.',
  seats: (at) => `panel ${at} heeft niet het goede aantal leden.`,
  quota: (at) => `panel ${at} haalt een quotum niet.`,
  limit: (at) => `panel ${at} heeft te veel mensen van één adres of school.`,
  selected: (at) => `op panel ${at} ontbreekt iemand die al gekozen was.`,
  excluded: (at) => `op panel ${at} zit iemand die niet mee mag.`,
  probability: (at) => `panel ${at} heeft een kans die niet tussen 0 en 1 ligt.`,
  sum: (at) => `de kansen van de panels zijn samen ${at}, en niet 1.`,
  chance: (at) => `de kans van ${shown(at)} volgt niet uit de panels.`,
  statistics: (at) => `het cijfer ${at} klopt niet.`,
  proof: (at) => `het bewijs van ${shown(at)} bewijst niet wat er staat.`,
  'too-deep': (at) => `het bewijs van ${shown(at)} is te diep.`,
  weights: (at) => `de gewichten van ronde ${at} mogen niet zo.`,
  impossible: (at) => `dat ${shown(at)} op geen panel kan, is niet bewezen.`,
  stages: () => 'het bewijs heeft niet het goede aantal rondes.',
  value: (at) => `wat ronde ${at} bereikt, klopt niet met de panels.`,
  bound: (at) => `de grens van ronde ${at} volgt niet uit het bewijs.`,
  floors: (at) => `wat ronde ${at} vastlegt, past niet bij de ronde ervoor.`,
  settled: (at) => `ronde ${at} legt iemand vast die dat niet kan zijn.`,
  'not-settled': (at) => `leximin is te vroeg gestopt: voor ${shown(at)} is niets bewezen.`,
  gap: (at) => `het bewijs is zwakker dan het zegt: het verschil kan ${at} zijn.`,
  'gap-too-large': (at) => `het bewijs is niet sterk genoeg: het verschil kan ${at} zijn.`,
}
