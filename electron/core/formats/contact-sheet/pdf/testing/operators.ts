import PDFDocument from 'pdfkit';
import { Typesetter } from '../typesetter.js';

/** What is drawn on a page of 400 × 300 points, as the operators of PDF: y counts from the top, but for texts from below. */
export async function operatorsOf(
  draw: (paper: PDFKit.PDFDocument, setter: Typesetter) => Promise<void>,
): Promise<string> {
  const paper = new PDFDocument({ size: [400, 300], margin: 0, compress: false });
  const chunks: Buffer[] = [];
  const ended = new Promise((resolve) => paper.on('end', resolve));
  paper.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const setter = new Typesetter();
  setter.register(paper);
  await draw(paper, setter);
  paper.end();
  await ended;
  return (
    /stream\n(1 0 0 -1 0 300 cm[\s\S]*?)endstream/.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? ''
  );
}
