import { organisationScope, system } from '../../../platform/database/scope.ts'
import { demoId, demoMembers, demoTeam, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { seededRandom } from '../demo/random.ts'
import { schoolDayAt } from '../demo/school-day.ts'
import { makeCode } from '../session-code.ts'
import { closeRound } from './close-round.ts'
import { arenaPlot, type RoundPlot, roundPlots } from './demo-plots.ts'
import { questionsFor } from './make-questions.ts'
import { addNote, weighIdea } from './note-store.ts'
import { roundStream } from './round.ts'
import { openRound } from './round-store.ts'
import { showWords, tellPupils } from './words-store.ts'

type DemoServices = Pick<Services, 'db' | 'clock'>

/** What classes of the fictional school were asked this autumn. The same on every machine for the same day. */
export async function voiceDemo(services: DemoServices): Promise<void> {
  const { db, clock } = services
  const scope = organisationScope(deWaterlelie.id)
  const before = await db.run(scope, (trx) => trx.selectFrom('voice_rounds').select('id').limit(1).executeTakeFirst())
  if (before !== undefined) return
  const random = seededRandom(20_261_122)
  const randomBelow = (limit: number) => Math.floor(random() * limit)
  const noon = (daysAgo: number) =>
    new Date(startOfDay(schoolDayAt(addDays(amsterdamDay(clock()), -daysAgo))).getTime() + 11 * 3600_000)
  let ids = 0
  const newId = () => demoId(`voice ${ids++}`)
  const newCode = () => makeCode(randomBelow)
  const tools = { services, randomBelow, newId, newCode }
  for (const plot of roundPlots) await playRound(tools, plot, noon(plot.daysAgo))
  await playArena(tools, noon(arenaPlot.daysAgo))
}

interface Tools {
  readonly services: DemoServices
  readonly randomBelow: (limit: number) => number
  readonly newId: () => string
  readonly newCode: () => string
}

/** One write on a round, as the first member of its team. */
function writeOn({ services, newId }: Tools, team: string, roundId: string, at: Date) {
  const actor = `person:${demoMembers(demoTeam(deWaterlelie, team))[0]?.id}`
  const operation = {
    organisationId: deWaterlelie.id,
    stream: roundStream(roundId),
    actor,
    id: newId(),
    content: {},
    at,
  }
  return (work: Parameters<typeof perform>[3]) =>
    perform(services.db, organisationScope(deWaterlelie.id), operation, work)
}

async function playRound(tools: Tools, plot: RoundPlot, now: Date): Promise<void> {
  const { services, randomBelow, newId, newCode } = tools
  const id = newId()
  const team = demoTeam(deWaterlelie, plot.team)
  const questions = questionsFor({
    kind: 'questions',
    set: plot.set,
    young: plot.young ? 'yes' : undefined,
    own: [],
    ownWords: '',
  })
  await writeOn(
    tools,
    plot.team,
    id,
    now,
  )((trx, record) =>
    openRound(trx, record, {
      id,
      organisationId: deWaterlelie.id,
      teamId: team.id,
      kind: 'questions',
      title: plot.title,
      set: plot.set,
      questions,
      subgroups: plot.subgroups,
      createdBy: 'system',
      newCode,
      now,
    }),
  )
  const rows = Array.from({ length: plot.pupils }, (_, pupil) => {
    const steps = plot.yes.map((share) => {
      const roll = randomBelow(100) / 100
      return roll < share ? randomBelow(plot.young ? 1 : 2) : plot.young ? 1 + randomBelow(2) : 2 + randomBelow(2)
    })
    const subgroup = plot.subgroups.length === 0 ? null : pupil % plot.subgroups.length
    return {
      organisation_id: deWaterlelie.id,
      round_id: id,
      id: newId(),
      subgroup,
      given: JSON.stringify([...steps, plot.words[pupil] ?? null]),
    }
  })
  await services.db.run(system, async (trx) => {
    await trx.insertInto('voice_answers').values(rows).execute()
    const devices = rows.map((row) => ({ organisation_id: row.organisation_id, round_id: id, device: row.id }))
    await trx.insertInto('voice_devices').values(devices).execute()
  })
  if (plot.open) return
  const closing = { organisationId: deWaterlelie.id, roundId: id, operation: newId(), actor: 'system' }
  await closeRound(services.db, { ...closing, newId, randomBelow, now })
  if (plot.told === '') return
  await writeOn(
    tools,
    plot.team,
    id,
    now,
  )(async (trx, record) => {
    await showWords(trx, record, deWaterlelie.id, id, now)
    await tellPupils(trx, record, deWaterlelie.id, id, plot.told, now)
  })
}

async function playArena(tools: Tools, now: Date): Promise<void> {
  const { newId, newCode } = tools
  const id = newId()
  const team = demoTeam(deWaterlelie, arenaPlot.team)
  await writeOn(
    tools,
    arenaPlot.team,
    id,
    now,
  )(async (trx, record) => {
    const questions = questionsFor({
      kind: 'arena',
      set: 'own',
      young: undefined,
      own: arenaPlot.questions,
      ownWords: '',
    })
    await openRound(trx, record, {
      id,
      organisationId: deWaterlelie.id,
      teamId: team.id,
      kind: 'arena',
      title: arenaPlot.title,
      set: 'own',
      questions,
      subgroups: [],
      createdBy: 'system',
      newCode,
      now,
    })
    const place = { organisationId: deWaterlelie.id, roundId: id, now }
    for (const [question, words] of arenaPlot.heard) {
      await addNote(trx, record, { ...place, id: newId(), kind: 'heard', question, words })
    }
    for (const { words, effect, feasible } of arenaPlot.ideas) {
      const idea = newId()
      await addNote(trx, record, { ...place, id: idea, kind: 'idea', question: 0, words })
      await weighIdea(trx, record, { organisationId: deWaterlelie.id, roundId: id, id: idea }, { effect, feasible })
    }
  })
  const closing = { organisationId: deWaterlelie.id, roundId: id, operation: newId(), actor: 'system' }
  await closeRound(tools.services.db, { ...closing, newId, randomBelow: tools.randomBelow, now })
}
