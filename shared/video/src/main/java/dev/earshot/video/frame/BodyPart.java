package dev.earshot.video.frame;

/** The seventeen keypoints of COCO; left and right are the person's own. */
public enum BodyPart {
    NOSE(0),
    LEFT_EYE(1),
    RIGHT_EYE(2),
    LEFT_EAR(3),
    RIGHT_EAR(4),
    LEFT_SHOULDER(5),
    RIGHT_SHOULDER(6),
    LEFT_ELBOW(7),
    RIGHT_ELBOW(8),
    LEFT_WRIST(9),
    RIGHT_WRIST(10),
    LEFT_HIP(11),
    RIGHT_HIP(12),
    LEFT_KNEE(13),
    RIGHT_KNEE(14),
    LEFT_ANKLE(15),
    RIGHT_ANKLE(16);

    /** Number of keypoints. */
    public static final int COUNT = 17;

    private final int index;

    BodyPart(int index) {
        this.index = index;
    }

    /** Its index in the output of pose networks. */
    public int index() {
        return index;
    }
}
