// Runs in the saved page, without the app: everything it needs stands in the page's tables.
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const one = (selector, within = document) => within.querySelector(selector)

const frame = one('.page-map')
const [seenBy, search, organisation, kind] = ['seen-by', 'search', 'organisation', 'kind'].map((id) => document.getElementById(id))
const rows = all('tr[data-id]')
const elements = rows.filter((row) => row.dataset.kind !== undefined)
let zoom = 1

const scenes = all('[data-scene]')
/** The scene that is told; -1 while none is. */
let told = -1

function showReading() {
  for (const part of all('[data-reading]')) part.hidden = part.dataset.reading !== seenBy.value
}

/** Shows a scene's own drawing with what it is about; past either end, the whole map again. */
function tell(next) {
  told = next < 0 || next >= scenes.length ? -1 : next
  const scene = scenes[told]
  const drawing = scene && one(`[data-scene-drawing="${told}"]`)
  for (const part of all('[data-scene-drawing]')) part.hidden = part !== drawing
  showReading()
  if (drawing) for (const part of all('.page-map [data-reading]')) part.hidden = true
  for (const item of scenes) {
    // The others would push the map out of sight.
    item.hidden = item !== scene
    if (item === scene) item.setAttribute('aria-current', 'step')
    else item.removeAttribute('aria-current')
  }
  const focus = new Set((scene?.dataset.focus ?? '').split(' ').filter(Boolean))
  if (scene) for (const part of all('svg [data-id]')) part.classList.toggle('is-back', focus.size > 0 && !focus.has(part.dataset.id))
  else showMatches()
  one('#story-at').textContent = scene ? `${told + 1} of ${scenes.length}: ${one('h3', scene).textContent}` : ''
  one('#story-last').hidden = told < 1
  one('#story-end').hidden = told < 0
  one('#story-next').textContent = told < 0 ? 'Step through it' : told < scenes.length - 1 ? 'Next' : 'End'
}

function showMatches() {
  const words = search.value.trim().toLowerCase()
  const isAsked = words !== '' || organisation.value !== '' || kind.value !== ''
  const shown = new Set()
  for (const row of elements) {
    const matches = (organisation.value === '' || row.dataset.organisation === organisation.value) && (kind.value === '' || row.dataset.kind === kind.value) && row.textContent.toLowerCase().includes(words)
    if (matches) shown.add(row.dataset.id)
  }
  let ties = 0
  const ends = new Set()
  for (const row of rows) {
    if (row.dataset.from === undefined) continue
    const isWithin = shown.has(row.dataset.from) && shown.has(row.dataset.to)
    // What is searched for may be a tie itself.
    const isFound = words !== '' && row.textContent.toLowerCase().includes(words) && organisation.value === '' && kind.value === ''
    if (isWithin || isFound) {
      shown.add(row.dataset.id)
      ends.add(row.dataset.from).add(row.dataset.to)
      ties++
    }
  }
  for (const row of rows) row.hidden = isAsked && !shown.has(row.dataset.id)
  for (const part of all('svg [data-id]')) part.classList.toggle('is-back', isAsked && !shown.has(part.dataset.id) && !ends.has(part.dataset.id))
  const found = elements.filter((row) => shown.has(row.dataset.id)).length
  one('[role=status]').textContent = isAsked ? `${found} of ${elements.length} elements, ${ties} ties.` : ''
}

function zoomTo(next) {
  const [before, middle] = [zoom, { x: frame.scrollLeft + frame.clientWidth / 2, y: frame.scrollTop + frame.clientHeight / 2 }]
  zoom = Math.min(6, Math.max(1, next))
  for (const svg of all('.page-map svg')) svg.style.width = `${zoom * 100}%`
  frame.scrollTo((middle.x * zoom) / before - frame.clientWidth / 2, (middle.y * zoom) / before - frame.clientHeight / 2)
}

seenBy.addEventListener('change', () => (told < 0 ? showReading() : tell(-1)))
for (const field of [search, organisation, kind]) field.addEventListener('input', showMatches)
one('#nearer').addEventListener('click', () => zoomTo(zoom * 1.4))
one('#further').addEventListener('click', () => zoomTo(zoom / 1.4))
one('#whole').addEventListener('click', () => zoomTo(1))
frame.addEventListener('keydown', (event) => {
  const by = { '+': 1.4, '=': 1.4, '-': 1 / 1.4 }[event.key]
  if (by) zoomTo(zoom * by)
})
one('.page-tools').hidden = false
showReading()
if (scenes.length > 0) {
  one('.page-steps').hidden = false
  for (const [id, next] of [['#story-next', () => told + 1], ['#story-last', () => told - 1], ['#story-end', () => -1]]) {
    one(id).addEventListener('click', ({ currentTarget }) => {
      tell(next())
      // A button that goes leaves the keyboard with the steps.
      if (currentTarget.hidden) one('#story-next').focus()
    })
  }
  tell(-1)
}
