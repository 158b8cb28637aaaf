import { createAll, Button, CharacterCount, ErrorSummary, PasswordInput } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
wake(document.body)
if (document.querySelector('[data-poll]')) watchRoom()

function wake (part) {
  for (const component of [ErrorSummary, CharacterCount, Button, PasswordInput]) createAll(component, undefined, part)
  part.querySelectorAll('form[data-ballot]').forEach(watchBallot)
  part.querySelectorAll('input[data-similar]').forEach(offerSimilar)
  part.querySelectorAll('form[data-prevent-double-click]').forEach(sendOnce)
  part.querySelectorAll('[data-seconds]').forEach(countMinutes)
  part.querySelectorAll('[data-aloud]').forEach(readAloud)
}

// <form data-ballot data-budget="5000000" data-max="5" data-text="You have chosen {chosen} of {max} projects. …"
//       data-text-over="… {over} too much." data-text-many="… take {excess} out.">, sums in the smallest unit;
// checkboxes with data-cost, [data-total] for the words, rect[data-bar] for the bar.
function watchBallot (form) {
  const { budget, max, text, textOver = text, textMany = text, currency = 'GBP' } = form.dataset
  const boxes = [...form.querySelectorAll('input[type=checkbox][data-cost]')]
  const live = form.appendChild(document.createElement('p'))
  live.className = 'govuk-visually-hidden'
  live.setAttribute('aria-live', 'polite')
  let later

  const total = () => {
    const chosen = boxes.filter(box => box.checked)
    const spent = chosen.reduce((sum, box) => sum + Number(box.dataset.cost), 0)
    const left = budget === undefined ? 0 : budget - spent
    const excess = max === undefined ? 0 : chosen.length - max
    const words = fill(excess > 0 ? textMany : left < 0 ? textOver : text, {
      chosen: chosen.length, max, excess, spent: money(spent, currency), budget: money(budget, currency),
      left: money(left, currency), over: money(-left, currency)
    })
    form.querySelectorAll('[data-total]').forEach(place => { place.textContent = words })
    form.querySelectorAll('rect[data-bar]').forEach(bar => {
      const share = budget === undefined ? chosen.length / max : spent / budget
      bar.setAttribute('width', `${Math.min(100, share * 100)}%`)
      bar.classList.toggle('pb-bar__part--over', left < 0 || excess > 0)
    })
    return words
  }

  form.addEventListener('change', () => {
    const words = total()
    clearTimeout(later)
    later = setTimeout(() => { live.textContent = words }, 600)
  })
  window.addEventListener('pageshow', total)
}

// <input data-similar="/rounds/…/proposals/similar"> and a place #similar for what the server finds while somebody types.
function offerSimilar (input) {
  const place = document.getElementById('similar')
  let later
  let asked = ''

  input.addEventListener('input', () => {
    clearTimeout(later)
    later = setTimeout(async () => {
      const title = input.value.trim()
      if (title === asked) return
      asked = title
      const answer = await fetch(`${input.dataset.similar}?${new URLSearchParams({ title })}`)
      if (answer.ok && title === asked) place.innerHTML = await answer.text()
    }, 400)
  })
}

function sendOnce (form) {
  let sent = false
  form.addEventListener('submit', event => {
    if (sent) event.preventDefault()
    sent = true
    setTimeout(() => { sent = false }, 5000)
  })
}

// <span data-seconds="90" data-words="Minutes so far: {minutes}."> goes on counting from there.
function countMinutes (place) {
  const from = Date.now() - place.dataset.seconds * 1000
  const show = () => { place.textContent = fill(place.dataset.words, { minutes: Math.floor((Date.now() - from) / 60000) }) }
  show()
  const timer = setInterval(() => place.isConnected ? show() : clearInterval(timer), 10000)
}

// <div data-aloud="main" data-words="Read it aloud, or stop"> gets a button that reads that part of the page, where the browser can; pressed again it stops.
function readAloud (place) {
  if (!window.speechSynthesis) return
  const button = place.appendChild(document.createElement('button'))
  Object.assign(button, { type: 'button', className: 'govuk-button govuk-button--secondary', textContent: place.dataset.words })
  button.addEventListener('click', () => {
    const stops = window.speechSynthesis.speaking
    window.speechSynthesis.cancel()
    if (stops) return
    const said = new SpeechSynthesisUtterance(document.querySelector(place.dataset.aloud).innerText)
    said.lang = document.documentElement.lang
    window.speechSynthesis.speak(said)
  })
}

function fill (text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}

function money (minor, currency) {
  const whole = minor % 100 === 0
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: whole ? 0 : 2 }).format(minor / 100)
}

// <p data-poll="/meetings/…/version" data-version="12.3"> with a link to this page. When there is something new, the page's main part is fetched and
// put in place of the old one: a connection that goes in between leaves the old page standing, which asks again. Who has begun to choose is only told,
// and so is who reads in a form again what was not taken: data-keep="True".
function watchRoom () {
  let touched = document.querySelector('[data-poll]').dataset.keep === 'True'
  document.addEventListener('input', () => { touched = true })
  const live = document.body.appendChild(document.createElement('p'))
  live.className = 'govuk-visually-hidden'
  live.setAttribute('role', 'status')

  const ask = async () => {
    const place = document.querySelector('[data-poll]')
    const version = await text(place.dataset.poll)
    if (version !== undefined && version !== place.dataset.version) {
      if (touched) place.classList.add('govuk-inset-text')
      else await renew(place.querySelector('a').href, live)
    }
  }
  const again = () => setTimeout(() => ask().finally(again), 2000)
  again()
}

async function renew (address, live) {
  const page = await text(address)
  if (page === undefined) return
  const main = new DOMParser().parseFromString(page, 'text/html').getElementById('main')
  // Somebody whose time has run out is led to the door.
  if (!main?.querySelector('[data-poll]')) return location.assign(address)
  document.getElementById('main').replaceWith(main)
  wake(main)
  live.textContent = [...main.querySelectorAll('[data-now]')].map(words => words.textContent).join('. ')
}

// What an address answers; nothing when there is no connection, no answer within ten seconds, or a fault.
async function text (address) {
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout?.(10000) })
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}
