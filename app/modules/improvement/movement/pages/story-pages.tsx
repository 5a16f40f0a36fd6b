import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Card, EmptyState, PageHead } from '../../../../platform/ui/index.ts'
import { everyone } from '../../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { isUuid } from '../../board-store.ts'
import { type Story, sharedStories, sharedStory } from '../story-store.ts'
import { publicText } from '../text.public.ts'

const most = 100

/** What schools tell, for everybody. */
export const storyRoutes: readonly Route[] = [
  { method: 'GET', path: '/movement/stories', access: everyone, handle: showStories },
  { method: 'GET', path: '/movement/stories/:story', access: everyone, handle: showStory },
]

async function showStories(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const words = publicText(locale)
  const stories = await withinScope(c, (trx) => sharedStories(trx, most))
  return page(c, {
    title: words.stories.title,
    body: (
      <div class="stack loose">
        <PageHead over={<a href="/movement">{words.title}</a>} title={words.stories.title} />
        <p class="lead">{words.stories.lead}</p>
        <StoryCards locale={locale} stories={stories} />
      </div>
    ),
  })
}

async function showStory(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const words = publicText(locale).stories
  const id = c.req.param('story') ?? ''
  const story = isUuid(id) ? await withinScope(c, (trx) => sharedStory(trx, id)) : null
  if (story === null) return refuse(c, 'not-found')
  return page(c, {
    title: story.title,
    width: 'narrow',
    body: (
      <article class="stack loose">
        <PageHead over={<a href="/movement/stories">{words.title}</a>} title={story.title} />
        <p class="soft">{sharedWords(locale, story)}</p>
        <section class="stack tight">
          <h2>{words.did}</h2>
          <p class="written">{story.did}</p>
        </section>
        <section class="stack tight">
          <h2>{words.noticed}</h2>
          <p class="written">{story.noticed}</p>
        </section>
        <p class="source">{words.note}</p>
      </article>
    ),
  })
}

interface StoryCardsProps {
  readonly locale: Locale
  readonly stories: readonly Story[]
}

/** Stories as cards that lead to them; an invitation where there are none. */
export function StoryCards({ locale, stories }: StoryCardsProps): Html {
  const words = publicText(locale).stories
  if (stories.length === 0) {
    return <EmptyState title={words.none}>{words.noneDo}</EmptyState>
  }
  return (
    <ul class="cards grid">
      {stories.map((story) => (
        <Card as="li" tone="voice" over={sharedWords(locale, story)}>
          <a class="title" href={`/movement/stories/${story.id}`}>
            {story.title}
          </a>
          <p class="soft">{beginning(story.noticed)}</p>
        </Card>
      ))}
    </ul>
  )
}

function sharedWords(locale: Locale, { schoolName, sharedAt }: Story): string {
  return publicText(locale).stories.shared(schoolName, formatDay(locale, amsterdamDay(sharedAt ?? new Date(0)), 'long'))
}

/** The first words, up to the end of a word. */
function beginning(text: string): string {
  const short = text.slice(0, 140)
  return short.length === text.length ? text : `${short.slice(0, Math.max(80, short.lastIndexOf(' ')))}…`
}
