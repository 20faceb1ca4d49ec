const $ = id => document.getElementById(id);
const LABELS = ['negative', 'neutral', 'positive', 'mixed', 'abstain'];
const LISTS = ['aliases', 'products', 'handles', 'hashtags', 'competitors', 'values', 'ambiguous', 'context'];
const SVG = 'http://www.w3.org/2000/svg';
const number = new Intl.NumberFormat('en-GB');
const state = { key: sessionStorage.getItem('earshot.key'), brands: [], current: null, parkedNext: null, turn: 0 };

// ---- small parts

function element(tag, options = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name === 'text') made.textContent = value;
    else if (name === 'on') for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

function drawing(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const percent = share => share === undefined ? '–' : (100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0) + ' %';
const between = interval => interval === undefined ? '' : `${(100 * interval[0]).toFixed(0)}–${(100 * interval[1]).toFixed(0)} %`;
const plural = (n, one) => `${number.format(n)} ${one}${n === 1 ? '' : 's'}`;
const when = time => time.slice(0, 16).replace('T', ' ') + ' UTC';
const lines = text => text.split('\n').map(line => line.trim()).filter(Boolean);
const say = text => { $('status').textContent = text; };

class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.message || `the server answered ${status}`);
    this.status = status;
  }
}

async function ask(path, { method = 'GET', body } = {}) {
  const response = await fetch(path, {
    method,
    headers: { 'x-api-key': state.key, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!response.ok) {
    throw new Refused(response.status, await response.json().catch(() => ({})));
  }
  return response.status === 204 ? null : response.json();
}

const pathOf = key => key.split('/').map(encodeURIComponent).join('/');

// ---- the key

function showEntrance(message = '') {
  sessionStorage.removeItem('earshot.key');
  state.key = null;
  $('enter').hidden = false;
  $('workspace').hidden = true;
  $('leave').hidden = true;
  $('refusal').textContent = message;
  $('key').value = '';
  $('key').focus();
  say('');
}

async function open(key) {
  state.key = key;
  try {
    await loadBrands();
  } catch (error) {
    showEntrance(error.status === 401 || error.status === 403 ? 'This key opens nothing here.' : error.message);
    return;
  }
  sessionStorage.setItem('earshot.key', key);
  $('enter').hidden = true;
  $('workspace').hidden = false;
  $('leave').hidden = false;
  loadParked(true);
}

// ---- ranges

function range() {
  const days = Number($('range').value);
  const to = new Date(Math.ceil((Date.now() + 1) / 60000) * 60000);
  const from = new Date(to - days * 86400000);
  const times = `from=${from.toISOString()}&to=${to.toISOString()}`;
  return { times, bucket: days <= 7 ? 'hour' : 'day', label: $('range').selectedOptions[0].text };
}

// ---- brands

async function loadBrands(wanted = state.current) {
  const turn = ++state.turn;
  say('Loading…');
  const { brands } = await ask('/v1/brands');
  state.brands = brands;
  $('no-brands').hidden = brands.length > 0;
  $('brand-list').replaceChildren(...brands.map(brandButton));
  const next = brands.find(brand => brand.id === wanted) || brands[0];
  if (next) await show(next.id);
  else { $('brand').hidden = true; state.current = null; }
  await Promise.all(brands.map(async brand => {
    const summary = await ask(`/v1/brands/${brand.id}/summary?${range().times}`).catch(() => null);
    if (turn === state.turn && summary) fillButton(brand, summary);
  }));
  say(`${plural(brands.length, 'brand')}, last ${range().label}`);
}

function brandButton(brand) {
  return element('li', {}, element('button', { type: 'button', id: `b-${brand.id}`, on: { click: () => show(brand.id, true) } },
    element('span', { class: 'title' }, element('span', { text: brand.name }), element('span', { text: '…' }))));
}

function fillButton(brand, summary) {
  const button = $(`b-${brand.id}`);
  if (!button) return;
  button.querySelector('.title span:last-child').textContent = plural(summary.posts, 'post');
  button.querySelector('.stack')?.remove();
  button.append(stack(summary.sentiment));
}

function stack(sentiment) {
  const total = LABELS.reduce((sum, label) => sum + sentiment[label].count, 0);
  const svg = drawing('svg', { class: 'stack', viewBox: '0 0 100 10', preserveAspectRatio: 'none', role: 'img',
    'aria-label': total === 0 ? 'no posts' : LABELS.map(l => `${l} ${percent(sentiment[l].share)}`).join(', ') });
  svg.append(drawing('rect', { class: 'track', width: 100, height: 10 }));
  let x = 0;
  for (const label of LABELS) {
    const width = total ? 100 * sentiment[label].count / total : 0;
    svg.append(drawing('rect', { class: label, x, width, height: 10 }));
    x += width;
  }
  return svg;
}

async function show(id, moveFocus = false) {
  state.current = id;
  for (const button of $('brand-list').querySelectorAll('button')) {
    button.setAttribute('aria-current', button.id === `b-${id}`);
  }
  const brand = state.brands.find(one => one.id === id);
  const { times, bucket } = range();
  const base = `/v1/brands/${id}`;
  const [summary, timeline, negative] = await Promise.all([
    ask(`${base}/summary?${times}`), ask(`${base}/timeline?${times}&bucket=${bucket}`),
    ask(`${base}/posts?${times}&sentiment=negative&limit=100`)]);
  if (state.current !== id) return;
  $('brand-name').textContent = brand.name;
  $('posts-total').textContent = summary.posts === 0 ? 'No posts in this range; try a longer one.'
    : `${plural(summary.posts, 'post')}, with 95 % intervals`
      + (summary.own > 0 ? `; ${number.format(summary.own)} more of its own accounts, not counted` : '');
  $('sentiment').replaceChildren(...LABELS.map(l => shareRow(l, summary.sentiment[l], l)));
  $('corrected').textContent = corrected(summary.sentimentCorrected);
  $('intent').replaceChildren(...Object.entries(summary.intent).filter(([, share]) => share.count > 0)
    .sort(([, a], [, b]) => b.count - a.count).map(([name, share]) => shareRow(name.replaceAll('_', ' '), share)));
  $('review').textContent = `${plural(summary.forReview, 'post')} flagged for a person to look at; nothing is done by itself.`;
  $('voice').replaceChildren(...summary.shareOfVoice.map((v, i) => shareRow(v.name, { ...v, count: v.posts }, '', i === 0)));
  $('emotion').replaceChildren(...Object.entries(summary.emotion).map(([name, share]) => shareRow(name, share)));
  $('origin').replaceChildren(
    ...Object.entries(summary.platform).slice(0, 6).map(([name, share]) => shareRow(name, share)),
    element('hr'),
    ...Object.entries(summary.language).slice(0, 6).map(([name, share]) => shareRow(languageName(name), share)));
  drawTimeline(timeline);
  $('brand').hidden = false;
  if (moveFocus) $('brand-name').focus({ preventScroll: true });
  await showNegative(negative, id);
}

function corrected(shares) {
  if (!shares) return '';
  const said = ['negative', 'neutral', 'positive'].map(l =>
    `${l} ${percent(shares[l].share)} (${percent(shares[l].interval[0])} to ${percent(shares[l].interval[1])})`);
  return `Corrected for what the model confuses: ${said.join(', ')}, of ${plural(shares.posts, 'post')} read.`;
}

function languageName(tag) {
  if (tag === 'und') return 'unknown';
  try { return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag); } catch { return tag; }
}

function shareRow(name, share, kind = '', own = false) {
  const svg = drawing('svg', { viewBox: '0 0 100 16', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    drawing('rect', { class: 'track', y: 3, width: 100, height: 10 }));
  if (share.share !== undefined) {
    svg.append(drawing('rect', { class: `fill ${kind}`, y: 3, width: 100 * share.share, height: 10 }));
    const [low, high] = share.interval.map(end => 100 * end);
    svg.append(drawing('path', { class: 'whisker', d: `M${low} 8H${high}M${low} 4V12M${high} 4V12` }));
  }
  return element('div', { class: 'share' },
    element('span', { class: own ? 'name own' : 'name', text: name }), svg,
    element('span', { class: 'value', text: `${percent(share.share)} · ${number.format(share.count)}` },
      element('small', { text: between(share.interval) })));
}

// ---- the timeline

function drawTimeline({ points, bucket }) {
  const width = 900, height = 220, left = 40, bottom = 24, top = 10;
  const most = Math.max(1, ...points.map(point => point.posts));
  const step = niceStep(most);
  const ceiling = Math.ceil(most / step) * step;
  const y = n => top + (height - top - bottom) * (1 - n / ceiling);
  const slot = (width - left) / points.length;
  const svg = drawing('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img',
    'aria-label': `Posts by ${bucket}; at most ${number.format(most)} in one ${bucket}. The table below has every number.` });
  for (let n = 0; n <= ceiling; n += step) {
    svg.append(drawing('line', { class: 'axis', x1: left, x2: width, y1: y(n), y2: y(n) }));
    const label = drawing('text', { x: left - 6, y: y(n) + 4, 'text-anchor': 'end' });
    label.textContent = number.format(n);
    svg.append(label);
  }
  points.forEach((point, i) => {
    const column = drawing('g');
    const title = drawing('title');
    title.textContent = `${when(point.start)}: ${plural(point.posts, 'post')}, ${point.sentiment.negative} negative`;
    column.append(title);
    let sum = 0;
    for (const label of LABELS) {
      const count = point.sentiment[label];
      if (count > 0) {
        column.append(drawing('rect', { class: label, x: left + i * slot + slot * 0.1, width: Math.max(0.8, slot * 0.8),
          y: y(sum + count), height: y(sum) - y(sum + count) }));
      }
      sum += count;
    }
    svg.append(column);
  });
  const every = Math.max(1, Math.ceil(points.length / 8));
  for (let i = 0; i < points.length; i += every) {
    const label = drawing('text', { x: left + i * slot + slot / 2, y: height - 6, 'text-anchor': i === 0 ? 'start' : 'middle' });
    label.textContent = bucket === 'day' || points.length > 48
      ? points[i].start.slice(5, 10) : points[i].start.slice(11, 16);
    svg.append(label);
  }
  $('timeline').replaceChildren(svg);
  $('timeline-table').replaceChildren(element('table', {},
    element('thead', {}, element('tr', {}, ...['Start (UTC)', 'Posts', ...LABELS].map(text => element('th', { scope: 'col', text })))),
    element('tbody', {}, ...points.filter(point => point.posts > 0).map(point => element('tr', {},
      element('td', { text: point.start.slice(0, 16).replace('T', ' ') }), element('td', { text: number.format(point.posts) }),
      ...LABELS.map(l => element('td', { text: number.format(point.sentiment[l]) })))))));
}

function niceStep(most) {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
}

// ---- posts

async function showNegative({ posts, next }, id) {
  const worst = posts.toSorted((a, b) => b.sentiment.negative - a.sentiment.negative).slice(0, 8);
  $('negative-hint').textContent = posts.length === 0 ? 'None in this range.'
    : next ? 'Of the 100 newest negative posts in this range.' : `Of ${plural(posts.length, 'negative post')} in this range.`;
  const whole = await Promise.all(worst.map(post =>
    ask(`/v1/posts/${post.platform}/${encodeURIComponent(post.id)}`).catch(() => post)));
  if (state.current !== id) return;
  $('negative').replaceChildren(...whole.map(post => element('li', {},
    post.text ? element('blockquote', { text: post.text }) : element('p', { class: 'hint', text: 'The text is no longer kept.' }),
    element('p', { class: 'meta' },
      element('b', { text: `${percent(post.sentiment.negative)} negative` }),
      element('span', { text: strongest(post.emotions) }),
      element('span', { text: post.platform }),
      element('span', { text: when(post.createdAt) }),
      element('span', { text: reception(post.engagement) }),
      correction(post)))));
}

/** What the post should have been called; kept as feedback, apart from the result. */
function correction(post) {
  const given = element('select', { 'aria-label': 'What it should have been' },
    element('option', { value: '', text: 'Wrong?' }),
    ...LABELS.filter(label => label !== 'abstain').map(label => element('option', { value: label, text: label })));
  given.addEventListener('change', async () => {
    if (!given.value) return;
    try {
      await ask(`/v1/posts/${post.platform}/${encodeURIComponent(post.id)}/feedback`, { method: 'PUT', body: { sentiment: given.value } });
      say(`Noted: ${given.value}`);
    } catch (refusal) {
      say(refusal.message);
    }
  });
  return given;
}

const strongest = (emotions = {}) => Object.entries(emotions).sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
const reception = ({ likes, reposts, replies } = {}) => [[likes, 'like'], [reposts, 'repost'], [replies, 'reply']]
  .filter(([n]) => n > 0).map(([n, one]) => one === 'reply' && n !== 1 ? `${number.format(n)} replies` : plural(n, one)).join(', ');

// ---- the brand form

function edit(brand) {
  $('brand-form-title').textContent = brand ? `Edit ${brand.name}` : 'Add a brand';
  $('f-name').value = brand?.name ?? '';
  $('f-id').value = brand?.id ?? '';
  $('f-id').readOnly = Boolean(brand);
  for (const list of LISTS) $(`f-${list}`).value = (brand?.[list] ?? []).join('\n');
  $('f-accounts').value = (brand?.accounts ?? []).map(a => `${a.platform} ${a.handle}`).join('\n');
  $('form-delete').hidden = !brand;
  $('form-refusal').textContent = '';
  $('brand-form').hidden = false;
  $('brand-form').scrollIntoView({ block: 'nearest' });
  $('f-name').focus();
}

async function save() {
  const id = $('f-id').value;
  const body = { name: $('f-name').value.trim() };
  for (const list of LISTS) body[list] = lines($(`f-${list}`).value);
  body.accounts = lines($('f-accounts').value).map(line => {
    const [platform, ...handle] = line.split(/\s+/);
    return { platform: platform.toLowerCase(), handle: handle.join(' ') };
  });
  await ask(`/v1/brands/${id}`, { method: 'PUT', body });
  $('brand-form').hidden = true;
  await loadBrands(id);
  say(`Saved ${body.name}`);
}

async function remove() {
  const id = $('f-id').value;
  if (!window.confirm(`Delete ${id}? Its counts stay until they expire.`)) return;
  await ask(`/v1/brands/${id}`, { method: 'DELETE' });
  $('brand-form').hidden = true;
  await loadBrands(null);
  say(`Deleted ${id}`);
}

// ---- media

const recent = () => JSON.parse(sessionStorage.getItem('earshot.media') || '[]');

function fillRecent() {
  $('media-recent').replaceChildren(...recent().map(value => element('option', { value })));
}

async function lookUp(key) {
  const media = await ask(`/v1/media/${pathOf(key)}`);
  sessionStorage.setItem('earshot.media', JSON.stringify([media.key, ...recent().filter(one => one !== media.key)].slice(0, 10)));
  fillRecent();
  const facts = [['Key', media.key], ['Status', media.status + (media.reason ? `: ${media.reason}` : '')]];
  if (media.status === 'analysed') {
    facts.push(['Size', `${media.width} × ${media.height} pixels`],
      ['Objects', media.objects.map(o => `${o.label} ${percent(o.score)}`).join(', ') || 'none found'],
      ['Faces', String(media.faces.count)],
      ['Text', media.text.map(t => t.text).join(' / ') || 'none found'],
      ['Safety', `${media.safety.label} ${percent(media.safety.score)}${media.safety.flagged ? ', flagged' : ''}`]);
  }
  if (media.textSentiment) facts.push(['Its text reads', media.textSentiment.label]);
  if (media.brands.length) facts.push(['Brands', media.brands.join(', ')]);
  facts.push(['Analysed', when(media.analysedAt)]);
  const list = element('dl', {}, ...facts.flatMap(([name, text]) => [element('dt', { text: name }), element('dd', { text })]));
  $('media').replaceChildren(element('div', { class: 'media' }, ...(media.status === 'analysed' ? [boxes(media)] : []), list));
}

function boxes(media) {
  const box = (kind, { x, y, width, height }, name) => {
    const rect = drawing('rect', { class: kind, x, y, width, height });
    const title = drawing('title');
    title.textContent = name;
    rect.append(title);
    return rect;
  };
  return drawing('svg', { viewBox: `0 0 ${media.width} ${media.height}`, role: 'img', 'aria-label': 'Where in the picture things were found' },
    ...media.text.map(line => box('line', line.box, line.text)),
    ...media.objects.map(object => box('object', object.box, object.label)),
    ...media.faces.boxes.map(face => box('face', face, 'face')));
}

// ---- what was refused

async function loadParked(anew) {
  const cursor = anew || !state.parkedNext ? '' : `&cursor=${state.parkedNext}`;
  const { items, next } = await ask(`/v1/parked?limit=10${cursor}`);
  state.parkedNext = next;
  $('parked-more').hidden = !next;
  const rows = items.map(parkedRow);
  if (anew) $('parked').replaceChildren(...(rows.length ? rows : [element('li', { text: 'Nothing.' })]));
  else $('parked').append(...rows);
}

function parkedRow(item) {
  const payload = element('pre', { tabindex: '0' });
  const details = element('details', { on: { toggle: async () => {
    if (details.open && !payload.textContent) {
      payload.textContent = await ask(`/v1/parked/${encodeURIComponent(item.id)}`)
        .then(whole => whole.payload.slice(0, 20000) || '(empty)', error => error.message);
    }
  } } }, element('summary', { text: 'The record as it came' }), payload);
  return element('li', {},
    element('p', {}, ...(item.path ? [element('code', { text: item.path }), ' '] : []), item.reason),
    element('p', { class: 'hint', text: `${item.source}, ${when(item.parkedAt)}` }), details);
}

// ---- events

const guarded = (work, where) => async event => {
  event?.preventDefault();
  $(where).textContent = '';
  try {
    await work(event);
  } catch (error) {
    if (error.status === 401) showEntrance('The key is no longer valid.');
    else $(where).textContent = error.message;
  }
};

$('enter').addEventListener('submit', event => { event.preventDefault(); open($('key').value.trim()); });
$('leave').addEventListener('click', () => showEntrance());
$('range').addEventListener('change', guarded(() => loadBrands(), 'status'));
$('add').addEventListener('click', () => edit(null));
$('edit').addEventListener('click', () => edit(state.brands.find(one => one.id === state.current)));
$('form-cancel').addEventListener('click', () => { $('brand-form').hidden = true; $('add').focus(); });
$('brand-form').addEventListener('submit', guarded(save, 'form-refusal'));
$('form-delete').addEventListener('click', guarded(remove, 'form-refusal'));
$('media-form').addEventListener('submit', guarded(() => lookUp($('media-key').value.trim()), 'media'));
$('parked-more').addEventListener('click', guarded(() => loadParked(false), 'status'));
$('f-name').addEventListener('input', () => {
  if ($('f-id').readOnly) return;
  $('f-id').value = $('f-name').value.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64);
});
$('legend').append(...LABELS.map(label => element('span', {},
  drawing('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' }, drawing('rect', { class: label, width: 10, height: 10, rx: 2 })), label)));
fillRecent();
if (state.key) open(state.key); else showEntrance();
