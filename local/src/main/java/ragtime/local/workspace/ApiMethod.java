package ragtime.local.workspace;

/** One method of the Web API. */
interface ApiMethod {
  /** Does what is asked and gives the reply; throws {@link ApiError} to refuse. */
  Fields call(ApiRequest request);
}
