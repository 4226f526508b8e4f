"""Reads a mail as a mail program does and writes what it says as JSON: python3 read-mail.py FILE"""

import json
import sys
from email import message_from_binary_file
from email.policy import default

with open(sys.argv[1], "rb") as file:
    mail = message_from_binary_file(file, policy=default)
print(
    json.dumps(
        {
            "headers": [[name, str(value)] for name, value in mail.items()],
            "type": mail.get_content_type(),
            "parts": [[part.get_content_type(), part.get_content()] for part in mail.walk() if not part.is_multipart()],
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
        }
    )
)
