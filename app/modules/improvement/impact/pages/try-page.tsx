import { Button, Card, EmptyState, PageHead, TextArea } from '../../../../platform/ui/index.ts'
import { members } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { Back } from '../../pages/back.tsx'
import { findIdea } from '../ideas.ts'
import { impactPath } from '../impact-path.ts'
import { impactText } from '../text.ts'
import { boardsToWriteOn } from './boards-to-write-on.ts'

/** Something to try, filled in: one press on the name of a team puts it on its board, by the board's own route. */
export const tryRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/impact/try/:idea',
  access: members('teacher', 'coach', 'leader'),
  handle: showTry,
}

async function showTry(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const words = impactText(locale)
  const { slug, kind } = organisationOf(c)
  const idea = findIdea(c.req.param('idea') ?? '')
  if (idea === null || kind !== 'school') return refuse(c, 'not-found', { detail: words.try.gone })
  const boards = await boardsToWriteOn(c)
  const isGoal = idea.kind === 'goal'
  const target = (id: string) => `${boardPath(slug, id)}/${isGoal ? 'goals' : 'actions'}`
  return page(c, {
    title: words.try.page,
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead over={words.title} title={words.try.page} />
        {boards.length === 0 ? (
          <EmptyState as="h2" title={words.try.noBoards} />
        ) : (
          <Card as="section" tone="board">
            <form class="form" method="post" action={target(boards[0]?.id ?? '')}>
              <Back to="board" />
              <TextArea
                name={isGoal ? 'effect' : 'description'}
                label={isGoal ? words.try.goalLabel : words.try.actionLabel}
                hint={words.try.edit}
                rows={3}
                maxlength={300}
                required
                value={words.ideas[idea.key]}
              />
              <div class="actions">
                {boards.map(({ id, team, own }, index) => (
                  <Button kind={index === 0 && own ? 'main' : 'strong'} formaction={target(id)}>
                    {words.try.on(team)}
                  </Button>
                ))}
              </div>
            </form>
          </Card>
        )}
        <p>
          <a href={impactPath(slug)}>{words.try.back}</a>
        </p>
      </div>
    ),
  })
}
