import type { Trx } from '../../../platform/database/scope.ts'
import { demoId, deWaterlelie, hetZandpad } from '../../../platform/identity/demo-people.ts'
import { noFigure, ownFigures } from '../tracks/own-figures.ts'
import { startTrack } from '../tracks/track-store.ts'
import { askForHelp } from './request-store.ts'
import { chooseWilling, ownWilling } from './willing-store.ts'

/** Two schools of the demo that are further in something else, of which one asks the other. */
export async function helpDemo(trx: Trx, now: Date): Promise<void> {
  const there = await trx
    .selectFrom('organisations')
    .select('id')
    .where('id', 'in', [deWaterlelie.id, hetZandpad.id])
    .execute()
  if (there.length < 2 || (await ownWilling(trx, hetZandpad.id)).length > 0) return
  const silently = () => {}
  await chooseWilling(trx, silently, { organisationId: hetZandpad.id, domain: 'arithmetic', willing: true, now })
  await chooseWilling(trx, silently, { organisationId: deWaterlelie.id, domain: 'reading', willing: true, now })
  const { figures } = await ownFigures(trx, hetZandpad.id)
  const trackId = await startTrack(trx, silently, {
    id: demoId('track of Het Zandpad'),
    organisationId: hetZandpad.id,
    subject: 'reading',
    figure: figures.get('reading') ?? noFigure,
    reviewOn: new Date(now.getTime() + 120 * 86_400_000).toISOString().slice(0, 10),
    now,
    by: demoId('person Greetje Lanting'),
  })
  await askForHelp(trx, silently, {
    id: demoId('request of Het Zandpad'),
    organisationId: hetZandpad.id,
    trackId,
    helper: { organisationId: deWaterlelie.id, domain: 'reading', name: deWaterlelie.name },
    message:
      'Bij ons lezen veel kinderen in groep 7 en 8 niet voor hun plezier. Mogen we een ochtend komen kijken hoe jullie dat doen?',
    now,
  })
}
