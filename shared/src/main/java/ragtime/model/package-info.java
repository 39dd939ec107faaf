/**
 * The ports to language models: chat, embedding, reranking. No vendor's type or wire format appears
 * here.
 */
@NullMarked
package ragtime.model;

import org.jspecify.annotations.NullMarked;
