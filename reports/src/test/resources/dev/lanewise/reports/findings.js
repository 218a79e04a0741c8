// Looks at the page it stands in and writes what is wrong into an element "findings" of the page around it, one fault a
// line.
const faults = [];
const rgb = colour => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
const luminance = colour => rgb(colour)
  .map(c => c / 255)
  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const ground = element => {
  const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
  return colour === 'rgba(0, 0, 0, 0)' ? ground(element.parentElement) : colour;
};
const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;

const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) {
  faults.push(`runs out of the window: ${document.documentElement.scrollWidth} > ${width}`);
}
const plots = [...document.querySelectorAll('svg')];
for (const plot of plots) {
  const box = plot.getBoundingClientRect();
  const name = plot.querySelector('title')?.textContent;
  if (!(box.width > 0 && box.height > 0)) faults.push(`${name}: size ${box.width} x ${box.height}`);
  if (box.right > width) faults.push(`${name}: ends at ${box.right} of ${width}`);
  const texts = [...plot.querySelectorAll('text')].map(text => ({
    text: text.textContent,
    box: text.getBoundingClientRect(),
    level: !text.hasAttribute('transform'),
    size: parseFloat(getComputedStyle(text).fontSize) * box.width / 640,
  }));
  for (const text of texts) {
    const b = text.box;
    if (b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 1 || b.bottom > box.bottom + 1) {
      faults.push(`${name}: outside: ${text.text}`);
    }
    if (text.size < 7.5) faults.push(`${name}: ${text.size} pixels: ${text.text}`);
  }
  const level = texts.filter(text => text.level);
  level.forEach((a, i) => level.slice(i + 1).filter(b => meet(a.box, b.box))
    .forEach(b => faults.push(`${name}: overlap: ${a.text} / ${b.text}`)));
  for (const path of plot.querySelectorAll('path:not(.contour)')) {
    const ratio = contrast(getComputedStyle(path).stroke, ground(plot));
    if (ratio < 2.2) faults.push(`${name}: contrast ${ratio} of ${path.getAttribute('class')}`);
  }
}
for (const element of document.querySelectorAll('h1,h2,p,a,li,td,th,pre,b,span,text')) {
  const style = getComputedStyle(element);
  const ratio = contrast(element.closest('svg') ? style.fill : style.color, ground(element));
  if (element.textContent && ratio < 4.5) faults.push(`contrast ${ratio}: ${element.textContent}`);
}
const dark = matchMedia('(prefers-color-scheme:dark)').matches;
const findings = parent.document.createElement('pre');
findings.id = 'findings';
findings.textContent = [`${plots.length} plots, ${width} wide, ${dark ? 'dark' : 'light'}, ${
  luminance(ground(document.body)) < 0.2 ? 'dark' : 'light'} ground`, ...faults].join('\n');
parent.document.body.append(findings);
