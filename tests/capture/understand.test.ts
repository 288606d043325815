import { describe, expect, it } from 'vitest'
import { tiedToSelection } from '../../src/capture/understand.ts'
import { added, roomMap, type } from './capture-map.ts'

describe('a name', () => {
  it('is a new element in the current organisation', () => {
    const typed = type('Ward sister')
    expect(added(typed)).toEqual(['Ward sister · SC · team'])
    expect(typed.preview).toBe('New team *Ward sister* in [4] *Adult Social Care*.')
    expect(typed.announce).toBe('Added Ward sister to Adult Social Care.')
    expect(typed.select).toHaveLength(1)
  })

  it.each([
    ['Ward sister @ch #role', 'Ward sister · CH · role'],
    ['Ward sister @CH', 'Ward sister · CH · team'],
    ['@ch Ward sister', 'Ward sister · CH · team'],
    ['Ward sister @community', 'Ward sister · CH · team'],
    ['Ward sister @adult social #gr', 'Ward sister · SC · group'],
    ['Ward sister @"Acute Care"', 'Ward sister · AC · team'],
    ['Ward sister @-', 'Ward sister · – · team'],
    ['Age UK @pa', 'Age UK · PA · organisation'],
    ['Unpaid carers @re', 'Unpaid carers · RE · people'],
    ['"Ward, north"', 'Ward, north · SC · team'],
    ['Ward: north', 'Ward: north · SC · team'],
    ['  Ward   sister  ', 'Ward sister · SC · team'],
    ['Team #3', 'Team #3 · SC · team'],
    ['Covid +1', 'Covid +1 · SC · team'],
  ])('%s', (line, expected) => expect(added(type(line))).toEqual([expected]))

  it('in a list makes one of each', () => {
    expect(added(type('A team, B team , A TEAM'))).toEqual(['A team · SC · team', 'B team · SC · team'])
  })

  it('that is here is selected, whatever its capitals and spaces, and nothing is added', () => {
    const typed = type('care   BROKERAGE')
    expect(added(typed)).toEqual([])
    expect(typed.select).toEqual(['brokerage'])
    expect(typed.preview).toBe('[4] *Care brokerage* is already here. Enter selects it.')
    expect(typed.understood.intent).toMatchObject({ is: 'elements' })
  })

  it('that is here gets a yes from the perspective being written', () => {
    const typed = type('Care brokerage', { perspective: 'p-ac' })
    expect(typed.map.judgements.get('p-ac')?.get('brokerage')).toEqual({ presence: 'yes' })
    expect(typed.preview).toContain('says yes as Acute Care')
    expect(type('Ward sister').map.judgements.get('shared')?.size).toBe(1)
  })

  it('that several organisations have means the one in the current organisation, or the one said', () => {
    expect(type('Night team').select).toEqual(['night-sc'])
    expect(type('Night team', { organisation: 'AC' }).select).toEqual(['night-ac'])
    expect(type('Night team @ac').select).toEqual(['night-ac'])
    expect(added(type('Night team @ch'))).toEqual(['Night team · CH · team'])
  })

  it('of a person is quietly asked about, and taken', () => {
    const typed = type('Jane Smith')
    expect(typed.understood.hint).toBe('Use a role instead?')
    expect(added(typed)).toHaveLength(1)
    for (const line of ['Ward Sister', 'Acute Care', 'jane smith', 'Care brokerage', 'GP practices', 'Bed Manager']) expect(type(line).understood.hint).toBe(null)
  })

  it('that is long is quietly asked about', () => {
    expect(type('x'.repeat(61)).understood.hint).toBe('A shorter name reads better on the map.')
    expect(type('x'.repeat(60)).understood.hint).toBe(null)
  })
})

describe('a tie', () => {
  it.each([
    ['Care brokerage -> Care homes', 'Care brokerage refers Care homes'],
    ['care brokerage→care homes', 'Care brokerage refers Care homes'],
    ['Care brokerage --> Care homes', 'Care brokerage refers Care homes'],
    ['Care brokerage –> Care homes', 'Care brokerage refers Care homes'],
    ['Care brokerage > Care homes', 'Care brokerage refers Care homes'],
    ['Care brokerage <- Care homes', 'Care homes refers Care brokerage'],
    ['Care brokerage - > Care homes', 'Care brokerage refers Care homes'],
    ['Care brokerage >> Care homes', 'Care brokerage refers Care homes'],
    ['Care brokerage => Care homes', 'Care brokerage informs Care homes'],
    ['Care brokerage <= Care homes', 'Care homes informs Care brokerage'],
    ['Care brokerage ⇐ Care homes', 'Care homes informs Care brokerage'],
    ['Care brokerage <£ Care homes', 'Care homes funds Care brokerage'],
    ['Care brokerage <^ Care homes', 'Care homes governs Care brokerage'],
    ['Care brokerage <~ Care homes', 'Care homes supports Care brokerage'],
    ['Care brokerage <+ Care homes', 'Care homes influences+ Care brokerage'],
    ['Care brokerage <! Care homes', 'Care homes influences- Care brokerage'],
    ['Care brokerage <? Care homes', 'Care homes influences? Care brokerage'],
    ['Care brokerage<->Care homes', 'Care brokerage works Care homes'],
    ['Care brokerage ↔ Care homes', 'Care brokerage works Care homes'],
    ['Care brokerage £> Care homes', 'Care brokerage funds Care homes'],
    ['Care brokerage ^> Care homes', 'Care brokerage governs Care homes'],
    ['Care brokerage ~> Care homes', 'Care brokerage supports Care homes'],
    ['Care brokerage +> Care homes', 'Care brokerage influences+ Care homes'],
    ['Care brokerage !> Care homes', 'Care brokerage influences- Care homes'],
    ['Care brokerage -> Care homes: tells them who went home', 'Care brokerage informs Care homes: tells them who went home'],
    ['Care brokerage -> Care homes: Commissions beds', 'Care brokerage funds Care homes: Commissions beds'],
    ['Care brokerage -> Care homes: "meets at nine"', 'Care brokerage refers Care homes: meets at nine'],
    ['Care brokerage => Care homes: meets at nine', 'Care brokerage informs Care homes: meets at nine'],
    ['Care brokerage -> Care homes: 10:30, a -> b', 'Care brokerage refers Care homes: 10:30, a -> b'],
    ['Care brokerage -> Care homes #supports', 'Care brokerage supports Care homes'],
    ['Care brokerage -> Trust', 'Care brokerage influences+ Trust'],
    ['Trust -> Care brokerage', 'Trust influences+ Care brokerage'],
    ['Trust -> People tell their story once', 'Trust influences+ People tell their story once'],
    ['Trust -> Delayed discharges: reduces them', 'Trust influences- Delayed discharges: reduces them'],
    ['"Beds, chairs and kit" -> Care homes', 'Beds, chairs and kit refers Care homes'],
  ])('%s', (line, expected) => expect(added(type(line))).toEqual([expected]))

  it.each(['Seen in <= 4 hours', 'Care under <£500', 'Waits <4 weeks'])('is not meant by %s', (name) => expect(added(type(name))).toEqual([`${name} · SC · team`]))

  it.each(['=3 +1', '=3+1', '= 3', '=3 −2', '=3-2'])('is rated by %s, however it is spaced', (said) => {
    const typed = type(`Care brokerage -> Care homes ${said}`)
    const judgement = typed.map.judgements.get('shared')?.get(typed.select?.[0] ?? '')
    expect(added(typed)).toEqual(['Care brokerage refers Care homes'])
    expect(judgement?.presence).toBe(3)
    expect(judgement?.quality).toBe({ '1': 1, '2': -2, '3': undefined }[said.at(-1) ?? ''])
  })

  it('creates the ends that are new, and says so', () => {
    const typed = type('Weekend duty desk -> care brokerage')
    expect(added(typed)).toEqual(['Weekend duty desk · SC · team', 'Weekend duty desk refers Care brokerage'])
    expect(typed.preview).toBe('New team *Weekend duty desk* in [4] *Adult Social Care*. It hands people over to [4] *Care brokerage*, already here.')
    expect(type('Care brokerage -> Weekend desk @ac').preview).toBe('[4] *Care brokerage* hands people over to *Weekend desk*, a new team in [3] *Acute Care*.')
  })

  it('of more or less makes factors shared by all of the ends that are new, unless a kind is said or another tie of the line speaks against it', () => {
    expect(added(type('Noise !> Sleep'))).toEqual(['Noise · AL · factor', 'Sleep · AL · factor', 'Noise influences- Sleep'])
    expect(added(type('Noise !> Sleep @sc'))).toEqual(['Noise · AL · factor', 'Sleep · SC · factor', 'Noise influences- Sleep'])
    expect(added(type('Noise -> Sleep: reduces'))).toEqual(['Noise · AL · factor', 'Sleep · AL · factor', 'Noise influences- Sleep: reduces'])
    expect(added(type('Night desk #role +> Trust'))).toEqual(['Night desk · SC · role', 'Night desk influences+ Trust'])
    expect(added(type('Night desk -> Trust'))).toEqual(['Night desk · SC · team', 'Night desk influences+ Trust'])
    expect(added(type('Care homes -> Night desk +> Sleep'))).toEqual(['Night desk · SC · team', 'Sleep · AL · factor', 'Care homes refers Night desk', 'Night desk influences+ Sleep'])
    expect(added(type('Sleep +> Night desk => Care homes'))).toEqual(['Sleep · AL · factor', 'Night desk · SC · team', 'Sleep influences+ Night desk', 'Night desk informs Care homes'])
  })

  it('goes to several targets', () => {
    expect(added(type('Care brokerage -> Care homes, Medical wards, New desk'))).toEqual([
      'New desk · SC · team', 'Care brokerage refers Care homes', 'Care brokerage refers Medical wards', 'Care brokerage refers New desk',
    ])
  })

  it('goes on as a chain', () => {
    expect(added(type('Medical wards => Care homes -> Care brokerage'))).toEqual(['Medical wards informs Care homes', 'Care homes refers Care brokerage'])
  })

  it('starts at the selection where the line does', () => {
    for (const line of ['> Care homes', '>Care homes', '-> Care homes']) expect(added(type(line, { selection: ['wards'] }))).toEqual(['Medical wards refers Care homes'])
    expect(added(type('!> Delayed discharges', { selection: ['trust'] }))).toEqual(['Trust influences- Delayed discharges'])
    expect(type('> Care homes').understood.problems).toEqual(['Select the element that this tie starts from, or type its name first.'])
    expect(added(type(tiedToSelection(' Care homes'), { selection: ['wards'] }))).toEqual(['Medical wards refers Care homes'])
  })

  it('takes strength and quality in the perspective being written', () => {
    const typed = type('Care brokerage <-> Care homes =3 +1', { perspective: 'p-ac' })
    expect(typed.map.judgements.get('p-ac')?.get(typed.select?.[0] ?? '')).toEqual({ presence: 3, quality: 1 })
    expect(typed.map.judgements.get('shared')).toBeUndefined()
    expect(typed.preview).toContain('[3] *Acute Care* says coordinated, good.')
    const minus = type('Care brokerage <-> Care homes: daily call =2 −1')
    expect(minus.map.judgements.get('shared')?.get(minus.select?.[0] ?? '')).toEqual({ presence: 2, quality: -1 })
    expect(added(minus)).toEqual(['Care brokerage works Care homes: daily call'])
    const no = type('Care brokerage <-> Care homes =0 +2')
    expect(no.map.judgements.get('shared')?.get(no.select?.[0] ?? '')).toEqual({ presence: 0 })
  })

  it('rates each target with its own, else with the last', () => {
    const typed = type('Care brokerage -> Care homes =1, Medical wards, Trust =4')
    expect(typed.select?.map((id) => typed.map.judgements.get('shared')?.get(id)?.presence)).toEqual([1, 4, 4])
  })

  it('from a name to the same one is of that element to itself', () => {
    const typed = type('Care brokerage -> CARE BROKERAGE: huddle')
    expect(added(typed)).toEqual(['Care brokerage refers Care brokerage: huddle'])
    expect(typed.preview).toBe('[4] *Care brokerage* hands people over to itself, “huddle”.')
    expect(added(type('New desk => New desk'))).toEqual(['New desk · SC · team', 'New desk informs New desk'])
    expect(added(type('> Medical wards', { selection: ['wards'] }))).toEqual(['Medical wards refers Medical wards'])
  })

  it('that is here is selected, said yes to and rated, not drawn again', () => {
    for (const line of ['Hospital discharge team -> Care brokerage', 'hospital discharge team -> care brokerage: Daily  Call']) {
      const typed = type(line)
      expect(added(typed)).toEqual([])
      expect(typed.select).toEqual(['call'])
      expect(typed.preview).toBe('This tie is already here. Enter selects it.')
      expect(typed.map.judgements.get('shared')?.get('call')).toEqual({ presence: 'yes' })
    }
    expect(type('Hospital discharge team -> Care brokerage =4').map.judgements.get('shared')?.get('call')).toEqual({ presence: 4 })
    expect(added(type('Hospital discharge team -> Care brokerage: weekly letter'))).toEqual(['Hospital discharge team refers Care brokerage: weekly letter'])
    expect(added(type('Care brokerage -> Hospital discharge team'))).toHaveLength(1)
  })

  it('that is here without a label takes the one typed', () => {
    const typed = type('Medical wards -> Hospital discharge team: ready to leave')
    expect(added(typed)).toEqual([])
    expect(typed.map.relationships.get('bare')?.label).toBe('ready to leave')
  })

  it.each([
    ['Care brokerage ->', 'Type who is at the other end.'],
    ['Care brokerage, Care homes -> CARE BROKERAGE', 'A tie needs two different ends.'],
    ['Care brokerage -> Care homes =7', 'Strength goes from 0 to 5.'],
    ['Care brokerage -> Care homes +3', 'Quality goes from −2 to +2.'],
    ['Trust -> Delayed discharges +1', 'A quality belongs to the other kinds of tie; this one only has a strength.'],
    ['Ward sister @zz', 'No organisation is called “zz”.'],
    ['Ward sister @a', '“@a” could be Acute Care or Adult Social Care.'],
    ['Ward sister #xyz', '“#xyz” is not a kind. Kinds are role, team, organisation, people, group, asset, factor and outcome.'],
    ['Ward sister #o', '“#o” could be organisation or outcome.'],
    ['"Ward sister', 'A closing quotation mark is missing.'],
    ['#role', 'Type a name.'],
  ])('%s changes nothing and says why', (line, problem) => {
    const typed = type(line)
    expect(typed.understood.problems).toEqual([problem])
    expect(typed.announce).toBe(problem)
    expect(typed.map).toEqual(roomMap())
  })
})

describe('an action', () => {
  it('is on the selection, with organisations and a day', () => {
    const typed = type('! Daily call ward + brokerage @AC @SC by 10 June', { selection: ['call', 'gone'] })
    const [action] = typed.map.actions.values()
    expect(action).toMatchObject({ title: 'Daily call ward + brokerage', organisations: ['AC', 'SC'], touches: ['call'], due: '2016-06-10', status: 'proposed' })
    expect(typed.preview).toBe('Action on *Hospital discharge team hands people over to Care brokerage*: *Daily call ward + brokerage*, [3] *Acute Care* and [4] *Adult Social Care*, by 10 June 2016.')
    expect(typed.select).toBeUndefined()
  })

  it.each([
    ['by 10 June', '2016-06-10'], ['by 10 Jun', '2016-06-10'], ['by 10 Jun 2017', '2017-06-10'], ['by June 10', '2016-06-10'], ['by 10th of June', '2016-06-10'],
    ['by 10/6', '2016-06-10'], ['by 10/6/17', '2017-06-10'], ['by 10.6.2017', '2017-06-10'], ['by 2016-06-10', '2016-06-10'],
    ['by 18 May', '2017-05-18'], ['by 19 May', '2016-05-19'], ['by 29 Feb', '2020-02-29'],
    // 19 May 2016 was a Thursday.
    ['by today', '2016-05-19'], ['by tomorrow', '2016-05-20'], ['by Friday', '2016-05-20'], ['by Thursday', '2016-05-26'], ['by next Mon', '2016-05-23'], ['by wed', '2016-05-25'],
  ])('%s', (said, due) => expect([...type(`! Call ${said}`).map.actions.values()]).toMatchObject([{ title: 'Call', due }]))

  it('keeps words that are no day', () => {
    expect([...type('! Stand by the ward, led by the board').map.actions.values()]).toMatchObject([{ title: 'Stand by the ward, led by the board', due: null }])
    expect([...type('! Call by Friday @AC').map.actions.values()]).toMatchObject([{ title: 'Call', due: '2016-05-20', organisations: ['AC'] }])
    expect(type('! Call by 31 February').understood.problems).toEqual(['“31 February” is not a day.'])
    expect(type('! Call by 31/2').understood.problems).toEqual(['“31/2” is not a day.'])
    expect(type('! @AC').understood.problems).toEqual(['Say what will be done.'])
    expect(type('! Call @nobody').understood.problems).toEqual(['No organisation is called “nobody”.'])
  })
})

describe('a reflection', () => {
  it('is the room’s, on the selection, dated today', () => {
    const [reflection] = type('? Surprised by the phone call', { selection: ['call'] }).map.reflections.values()
    expect(reflection).toMatchObject({ words: 'Surprised by the phone call', about: ['call'], private: false, date: '2016-05-19' })
  })

  it('is private with ?!, and in a private view', () => {
    expect([...type('?! I was cross').map.reflections.values()]).toMatchObject([{ words: 'I was cross', private: true }])
    expect([...type('? I was cross', { perspective: 'me' }).map.reflections.values()]).toMatchObject([{ private: true }])
    expect(type('?').understood.problems).toEqual(['Say what stayed with you.'])
  })
})

it('a command goes to the palette, an organisation alone to the bar, and nothing is nothing', () => {
  expect(type('/timer 7').understood.intent).toEqual({ is: 'command', words: 'timer 7' })
  expect(type('@ac').understood.intent).toEqual({ is: 'organisation', organisation: 'AC' })
  expect(type('  ').understood).toMatchObject({ intent: { is: 'nothing' }, problems: [], preview: [] })
})

it('new ends land in their own organisation’s land, and nothing else moves', () => {
  const before = roomMap()
  const typed = type('Ward sister @ac -> Care brokerage', {}, before)
  for (const [id, at] of before.positions) expect(typed.map.positions.get(id)).toBe(at)
  const sister = [...typed.map.elements.values()].find((element) => element.name === 'Ward sister')
  const [x = 0, y = 0] = typed.map.positions.get(sister?.id ?? '') ?? []
  expect(x).toBeGreaterThan(200)
  expect(y).toBeGreaterThan(0)
})
