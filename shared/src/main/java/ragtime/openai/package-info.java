/**
 * Language models behind an endpoint that speaks OpenAI's protocol, as Ollama, vLLM, LM Studio and
 * llama.cpp do. The wire format stays in here.
 */
@NullMarked
package ragtime.openai;

import org.jspecify.annotations.NullMarked;
