/**
 * Throws the error that an answer of many JSON lines reports. The engine answers 200 before it starts, so that
 * failures of a pull, an import or a build come as a line of the stream.
 */
export function throwReported(answer) {
  for (const line of answer.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { error } = JSON.parse(line);
    if (error) throw new Error(error);
  }
}
