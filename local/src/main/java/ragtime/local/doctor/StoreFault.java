package ragtime.local.doctor;

import ragtime.local.Location;
import ragtime.store.StoreException;

/** What to do when a folder or a bucket does not do what it is asked. */
final class StoreFault {
  private StoreFault() {}

  static Check check(String name, Location place, StoreException e) {
    String advice =
        switch (place) {
          case Location.Folder folder ->
              "See that " + folder.path() + " is a folder that you may read and write.";
          case Location.Bucket bucket ->
              switch (e.kind()) {
                case DENIED ->
                    "Check AWS_REGION and your AWS credentials (aws sts get-caller-identity), and"
                        + " that they may read and write "
                        + bucket
                        + ".";
                case MISSING -> "Make the bucket " + bucket.bucket() + ", or name another.";
                case UNAVAILABLE -> "Check the network, and AWS_ENDPOINT_URL_S3 if it is set.";
              };
        };
    return Check.fault(name, String.valueOf(e.getMessage()), advice);
  }
}
