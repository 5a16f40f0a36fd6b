import { reachesVisitor } from './library-sql.ts'

/** How many of a turn, the newest, are ranked by what their titles have. */
const ranked = 200

/** Of which subject, year, theme and part of the curriculum; in the order of the parameters of `search_library`. */
const narrowed = (subject: string, year: string, theme: string, term: string) => `
  (${subject} = '' or lower(s.subject) = lower(${subject})) and (${year} = '' or lower(s.year) = lower(${year}))
  and (${theme} = '' or lower(s.theme) = lower(${theme})) and (${term} = '' or s.terms @> array[${term}])`

/**
 * Search runs as the system: under row-level security an index on words is no help, since its operators are not leakproof
 * and so come after the policy, row by row. It asks the same rule itself (`reachesVisitor`) and gives only ids of rows
 * that the visitor may see; who asks reads these under the policy.
 */
export const librarySearch = `
    create function library_learns_words() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      -- In one order, so that two who share at once never wait for each other in a circle.
      insert into library_words select word, stem from unnest(new.words, new.stems) as learnt (word, stem) order by word
        on conflict do nothing;
      return null;
    end $$;

    -- Words of the library that a word asked (see AskedWord in library/search-words.ts) may have meant, as stems: they begin
    -- like it, have it as a part, or differ by a mistake.
    create function library_near(asked jsonb) returns text[]
    language sql stable set search_path = public, pg_temp as $$
      select array(
        select asked->>'stem'
        union (select stem from library_words
          where word >= asked->>'starts' and word < (asked->>'starts') || chr(1114111) limit 100)
        union (select stem from library_words where word like asked->>'part' limit 100)
        union (select stem from library_words where word like asked->>'stemPart' limit 100)
        union (select stem from library_words
          where word >= asked->>'first' and word < (asked->>'first') || chr(1114111)
            and word like any (array(select jsonb_array_elements_text(asked->'alike'))) limit 50)
        union select jsonb_array_elements_text(asked->'swapped')
        union (select stem from library_words
          where length(asked->>'word') >= 8 and word % (asked->>'word') and similarity(word, asked->>'word') >= 0.5 limit 50)
      )
    $$;

    -- All words must be there. Four turns, each for as many as are still missing: all as asked (or in another form) in the title,
    -- anywhere, near in the title, near anywhere. Candidates come from the indexes on words first (materialized, and no walk
    -- through the table): a walk by date reads every long list of words on its way, which took seconds for rare words.
    create function search_library(asked jsonb, in_subject text, in_year text, in_theme text, in_term text, most int)
    returns table (shared_id uuid, score real)
    language plpgsql stable security definer
    set search_path = public, pg_temp set enable_seqscan = off as $$
    declare
      exact text[] := array(select each->>'stem' from jsonb_array_elements(asked) each);
      turns text[] := case when cardinality(exact) = 0 then array['true'] else array[
        format('s.title_stems @> %L::text[]', exact), format('s.stems @> %L::text[]', exact)] end;
      each jsonb;
      pair text[];
      near text[];
      here text;
      near_title text := 'true';
      near_all text := 'true';
      found uuid[] := '{}';
    begin
      for turn in 1..4 loop
        if turn > cardinality(turns) then
          exit when cardinality(exact) = 0;
          for each in select * from jsonb_array_elements(asked) loop
            near := library_near(each);
            near_title := near_title || format(' and s.title_stems && %L::text[]', near);
            here := format('s.stems && %L::text[]', near);
            -- A compound whose two parts the lesson has apart.
            for pair in select array[two->>0, two->>1] from jsonb_array_elements(each->'compounds') two
              where exists (select from library_words where stem = two->>0)
                and exists (select from library_words where stem = two->>1)
            loop
              here := here || format(' or s.stems @> %L::text[]', pair);
            end loop;
            near_all := near_all || ' and (' || here || ')';
          end loop;
          turns := turns || array[near_title, near_all];
        end if;
        for shared_id, score in execute format($q$
          with hits as %s (
            select s.id, s.title_stems, s.shared_at, s.withdrawn_at, s.reach, s.organisation_id, s.board_id, s.team_id, s.lesson_id,
              s.shared_by, s.subject, s.year, s.theme, s.terms
            from shared_lessons s where s.withdrawn_at is null and (%s)
          )
          select s.id, (%s + (select count(*) from unnest($1) stem where stem = any (s.title_stems)) / 10.0)::real
          from (
            select s.id, s.title_stems, s.shared_at from hits s
            where s.id <> all ($7)
              and ${narrowed('$2', '$3', '$4', '$5')}
              and (${reachesVisitor('s')})
            order by s.shared_at desc limit ${ranked}
          ) s
          order by 2 desc, s.shared_at desc, s.id limit $6
        $q$, case turns[turn] when 'true' then 'not materialized' else 'materialized' end, turns[turn], 8 - 2 * turn)
          using exact, in_subject, in_year, in_theme, in_term, most - cardinality(found), found
        loop
          found := found || shared_id;
          return next;
        end loop;
        exit when cardinality(found) >= most;
      end loop;
    end $$;

    create trigger shared_lessons_words after insert or update of words on shared_lessons
      for each row execute function library_learns_words();
    grant execute on function library_boards(), library_teams(), library_designs(), library_schools()
      to kantelpunt_app, kantelpunt_system;
    revoke execute on function library_near(jsonb), library_learns_words() from public;
    grant create on schema public to kantelpunt_system;
    grant execute on function library_near(jsonb), library_learns_words() to kantelpunt_system;
    alter function library_learns_words() owner to kantelpunt_system;
    alter function search_library(jsonb, text, text, text, text, int) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;
`
